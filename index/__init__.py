"""The engine: full-text index, search, related passages; `index.library.Library` is its one door."""
