"""How the weights in `corpus/model` were made; no part of what is installed."""
