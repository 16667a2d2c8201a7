"""What ends a conversation with a child."""

# How a child says that its system calls cannot be filtered, as an exit code.
NO_FILTER = 70


class ChildGone(Exception):
    """The child gives no more answers; `limit` is what ended it, None when it ended itself."""

    def __init__(self, limit, message):
        super().__init__(message)
        self.limit = limit
        self.message = message

    def as_outcome(self):
        """As the outcome of the call that ended it."""
        if self.limit is not None:
            return {"kind": "stopped", "limit": self.limit}
        return {"kind": "raised", "error": "InterpreterExit", "message": self.message}


class RunOutOfTime(Exception):
    """The time of the whole run is over."""
