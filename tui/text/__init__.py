"""Pure: articles, marks, numbers and dates in, lines and words for the screen out."""
