"""What keeps an account safe: passwords, one-time codes, the brake on guessing. No pages."""
