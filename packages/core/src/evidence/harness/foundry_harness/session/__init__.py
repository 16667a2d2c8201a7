"""A run as the controller sees it."""
