"""The terminal: the `recoupe` command and the reading screen."""
