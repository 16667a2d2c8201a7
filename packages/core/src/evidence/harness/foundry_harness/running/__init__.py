"""Foreign code under limits."""
