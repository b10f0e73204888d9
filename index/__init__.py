"""The engine: full-text index, search, related passages; `Library` is its one door."""
