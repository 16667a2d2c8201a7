"""What a process gives up for good."""

import resource


def limit_child(megabytes, seconds):
    """No process, thread or file comes out of a child; memory and processor time are bounded."""
    set_limit(resource.RLIMIT_CORE, 0)
    set_limit(resource.RLIMIT_FSIZE, 0)
    set_limit(resource.RLIMIT_NOFILE, 32)
    set_limit(resource.RLIMIT_CPU, seconds + 1)
    set_limit(resource.RLIMIT_NPROC, 1)
    set_limit(resource.RLIMIT_AS, megabytes * 1024 * 1024)


def set_limit(kind, value):
    """For good: nobody can raise it again."""
    _, hard = resource.getrlimit(kind)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))


def hide_memory():
    """So that a child, which has the same user, cannot attach to this process."""
    try:
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        pass  # Not Linux: there is no sandbox of ours either.
