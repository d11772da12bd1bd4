"""What an office keeps and does for itself: called by the pages and by the commands."""
