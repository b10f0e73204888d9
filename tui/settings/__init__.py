"""config.toml: what can be set, read with its mistakes, written for the first time."""
