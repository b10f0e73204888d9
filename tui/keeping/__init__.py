"""What the reader keeps of articles: notes, citations, exports. Nothing here knows the screen."""
