"""The way in for a program."""


def main(arguments):
    """Runs the request on stdin, or is a child: `--child`, its role, its numbers, `--strict`.

    `--strict`: a child whose system calls cannot be filtered does not start.
    """
    if arguments[:1] != ["--child"]:
        from foundry_harness.processes.controller import run_controller

        run_controller(arguments)
        return
    from foundry_harness.processes.child import run_child

    role, *numbers = (argument for argument in arguments[1:] if argument != "--strict")
    run_child(role, *map(int, numbers), needs_filter="--strict" in arguments)
