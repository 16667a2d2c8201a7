"""One place that can be changed."""


def set_site(node, field, new, line, change):
    """A site that puts another value into a field, or into a place of a list."""
    owner, key = (getattr(node, field[0]), field[1]) if isinstance(field, tuple) else (node, field)
    old = owner[key] if isinstance(owner, list) else getattr(owner, key)

    def put(value):
        if isinstance(owner, list):
            owner[key] = value
        else:
            setattr(owner, key, value)

    return line, change, lambda: put(new), lambda: put(old)
