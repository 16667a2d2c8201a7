"""What bounds a run beyond the limits of its request."""

# Characters of what is shown.
REPR_LENGTH = 500
# Parts of a value, characters of all its text, and how deep it goes.
MAX_NODES = 20_000
MAX_TEXT = 200_000
MAX_DEPTH = 80
# What is taken out of an iterator.
MAX_DRAINED = 10_000
# Characters.
MAX_PREDICATE = 10_000
MAX_REPLY_BYTES = 4_000_000
# Of the child of one implementation.
MAX_RESTARTS = 3
# Inputs on which a mutant is tried before the predicates are asked.
CHUNK = 16
# Calls on the stack.
RECURSION_LIMIT = 1000
