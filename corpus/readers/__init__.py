"""One file per format: an open file → its articles, or why there are none."""
