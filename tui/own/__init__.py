"""The reader's small files: where they lie, and what is in them."""
