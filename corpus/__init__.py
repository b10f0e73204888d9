"""Articles as they come, cleaned so that they can be checked; the names in them; the store."""
