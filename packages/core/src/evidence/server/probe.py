"""Tries to get out of the sandbox, without the harness's own locks, and says what it reached.

Arguments: one JSON object with `secretPaths` (must not be readable), `port` (a listener on the
host's loopback) and `processId` (a process of the host).
"""

import json
import os
import socket
import sys

wanted = json.loads(sys.argv[1])
reached = []


def attempt(name, action, *arguments):
    try:
        if action(*arguments) is not False:
            reached.append(name)
    except Exception:
        pass  # It holds.


def connect(port, host):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connection:
        connection.settimeout(1)
        connection.connect((host, port))


def send_datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as connection:
        connection.connect(("192.0.2.1", 53))
        connection.send(b"x")


def read(path):
    return os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1)


def write(folder):
    path = os.path.join(folder, "probe")
    with open(path, "w") as file:
        file.write("x")
    os.remove(path)


for path in wanted["secretPaths"]:
    attempt(f"reads {path}", read, path)
for folder in ("/", "/tmp", "/usr", "/usr/lib", "/dev", "/dev/shm", "/var/tmp", os.getcwd()):
    attempt(f"writes to {folder}", write, folder)
attempt("connects to the host", connect, wanted["port"], "127.0.0.1")
attempt("sends to the network", send_datagram)
attempt("sees processes", lambda: os.listdir("/proc") != [])
attempt("signals a process of the host", lambda: os.kill(wanted["processId"], 0))
attempt("is root", lambda: os.getuid() == 0 or os.geteuid() == 0)
attempt("becomes root", lambda: os.setuid(0))
if set(os.environ) - {"PYTHONHASHSEED", "LANG", "LC_CTYPE", "PWD"}:
    reached.append("reads the environment")

print(json.dumps({"version": ".".join(map(str, sys.version_info[:3])), "reached": reached}))
