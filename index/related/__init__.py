"""The passages of other articles that speak of the same thing, with reasons."""
