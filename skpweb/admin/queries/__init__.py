"""What the office's pages load, one module per subject."""
