"""Forms of the office's pages, one module per subject."""
