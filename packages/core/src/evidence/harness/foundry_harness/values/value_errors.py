"""What can be wrong with a value that travels."""


class TooLarge(Exception):
    """A value with more parts than anyone compares."""


class Malformed(Exception):
    """A child sent something that is no value."""
