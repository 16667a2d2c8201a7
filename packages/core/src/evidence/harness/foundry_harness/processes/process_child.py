"""A child in a process of its own."""

import json
import math
import os
import select
import signal
import subprocess
import sys
import time

from foundry_harness.limits import MAX_REPLY_BYTES
from foundry_harness.processes.child_gone import NO_FILTER, ChildGone

# An interpreter on a busy machine may take that long to be there.
START_SECONDS = 3


class ProcessChild:
    """A child in a process of its own; `flags` are options of the program for it."""

    def __init__(self, role, limits, flags):
        self.is_strict = "--strict" in flags
        their_in, self.to_child = os.pipe()
        self.from_child, their_out = os.pipe()
        numbers = (
            their_in,
            their_out,
            limits["memoryMegabytes"],
            math.ceil(limits["seconds"]),
        )
        program = os.path.abspath(sys.argv[0])
        command = [sys.executable, "-s", "-S", "-B", "-X", "utf8", program, "--child", role]
        self.process = subprocess.Popen(
            [*command, *map(str, numbers), *flags],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(their_in, their_out),
        )
        os.close(their_in)
        os.close(their_out)
        os.set_blocking(self.to_child, False)
        os.set_blocking(self.from_child, False)
        self.buffer = bytearray()

    def ask(self, message, count, clock):
        """Sends one request and gives its replies; the clock runs anew for each of them."""
        extra = 0 if message["op"] in ("inputs", "call", "judge") else START_SECONDS
        self.send(json.dumps(message).encode() + b"\n", clock.next_deadline(extra), clock)
        for _ in range(count):
            yield self.receive(clock.next_deadline(extra), clock)

    def send(self, data, deadline, clock):
        """Writes as the child reads."""
        while data:
            self.wait(deadline, clock, for_writing=True)
            try:
                data = data[os.write(self.to_child, data) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise self.gone() from None

    def receive(self, deadline, clock):
        """One line of its pipe, as JSON."""
        while (end := self.buffer.find(b"\n")) < 0:
            if len(self.buffer) > MAX_REPLY_BYTES:
                raise ChildGone("output", "the code answered with more than can be read")
            self.wait(deadline, clock, for_writing=False)
            try:
                data = os.read(self.from_child, 1 << 16)
            except BlockingIOError:
                continue
            if not data:
                raise self.gone()
            self.buffer += data
        line = bytes(self.buffer[:end])
        del self.buffer[: end + 1]
        try:
            return json.loads(line)
        except (ValueError, RecursionError):
            raise ChildGone(None, "the code wrote into the harness's own channel") from None

    def wait(self, deadline, clock, for_writing):
        """Until the pipe is ready; raises ChildGone when the time for this answer is over."""
        seconds = max(0.0, deadline - time.monotonic())
        wanted = [self.to_child] if for_writing else [self.from_child]
        ready = select.select(
            [] if for_writing else wanted, wanted if for_writing else [], [], seconds
        )
        if not ready[0] and not ready[1]:
            clock.check()
            raise ChildGone("time", "the code took too long")

    def gone(self):
        """How it ended."""
        try:
            code = self.process.wait(1)
        except subprocess.TimeoutExpired:
            return ChildGone(None, "the code closed the harness's own channel")
        if code == -signal.SIGXCPU:
            return ChildGone("time", "the code took too much processor time")
        if code == NO_FILTER and self.is_strict:
            return ChildGone(None, "this machine cannot lock the interpreter down")
        if code < 0:
            return ChildGone(None, f"the code ended the interpreter ({signal.Signals(-code).name})")
        return ChildGone(None, f"the code ended the interpreter (exit code {code})")

    def close(self):
        """Ends it, whatever it does."""
        self.process.kill()
        self.process.wait()
        os.close(self.to_child)
        os.close(self.from_child)
