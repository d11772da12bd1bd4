"""What the pages of review load, each through the person who asks: one module per subject."""
