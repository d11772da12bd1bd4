"""Everything that touches HTTP and is not a page."""
