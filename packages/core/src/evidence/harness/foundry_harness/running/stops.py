"""What ends code that runs under limits."""


class StepsReached(BaseException):
    """The limit on steps. Not an Exception, so that `except Exception` does not keep it going."""


class OutputReached(BaseException):
    """The limit on output. Not an Exception either."""
