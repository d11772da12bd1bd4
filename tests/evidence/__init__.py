"""Evidence by itself: files and links, without pages."""
