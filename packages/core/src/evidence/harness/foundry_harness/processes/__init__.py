"""Children and the process that has them."""
