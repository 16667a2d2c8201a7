import type { CallResult } from "../evidence.schema.ts";

interface HostileCode {
  name: string;
  body: string;
  ends: Partial<CallResult> | RegExp;
}

const raised = (error: string) => ({ kind: "raised", error }) as const;
const stopped = (limit: "time" | "memory" | "output" | "steps" | "recursion") =>
  ({ kind: "stopped", limit }) as const;
const harmless = (repr: string) => ({ kind: "returned", repr }) as const;

/** Bodies of `f(x)` that attack, and how a call of each ends in the sandbox. */
export const HOSTILE_CODE: HostileCode[] = [
  { name: "loops for ever", body: "while True:\n    pass", ends: stopped("steps") },
  { name: "loops for ever in C", body: "return sum(iter(int, 1))", ends: stopped("time") },
  {
    name: "loops for ever and catches everything",
    body: "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
    ends: stopped("time"),
  },
  {
    name: "switches the step counter off",
    body: "import sys\nsys.settrace(None)\nwhile True:\n    pass",
    ends: stopped("time"),
  },
  { name: "allocates 10 GB", body: "return bytearray(10 ** 10)", ends: stopped("memory") },
  {
    name: "allocates bit by bit",
    body: "kept = []\nwhile True:\n    kept.append(' ' * 10 ** 6 + str(len(kept)))",
    ends: stopped("memory"),
  },
  { name: "computes without end", body: "return 10 ** 10 ** 10", ends: /stopped/ },
  { name: "recurses", body: "return f(x)", ends: stopped("recursion") },
  {
    name: "recurses without its limit",
    body: "import sys\nsys.setrecursionlimit(10 ** 9)\nreturn f(x)",
    ends: /stopped|InterpreterExit/,
  },
  {
    name: "prints 1 GB",
    body: "for n in range(10 ** 6):\n    print('x' * 1000)",
    ends: stopped("output"),
  },
  {
    name: "writes 1 GB to the descriptors of stdout and stderr",
    body: "import os\nfor n in range(1000):\n    os.write(1 + n % 2, b'x' * 10 ** 6)\nreturn 'done'",
    ends: harmless("'done'"),
  },
  { name: "forks", body: "import os\nwhile True:\n    os.fork()", ends: raised("PermissionError") },
  {
    name: "starts threads",
    body: "import threading\nwhile True:\n    threading.Thread(target=f, args=(x,)).start()",
    ends: raised("RuntimeError"),
  },
  {
    name: "starts a shell",
    body: "import os\nreturn os.system('touch /tmp/x')",
    // What the C library says when it cannot start one.
    ends: harmless(String(127 * 256)),
  },
  {
    name: "opens a socket",
    body: "import socket\nsocket.create_connection(('127.0.0.1', 22))",
    ends: raised("PermissionError"),
  },
  {
    name: "reads a file",
    body: "return open('/etc/passwd').read()",
    ends: raised("FileNotFoundError"),
  },
  {
    name: "reads the environment of others",
    body: "return open('/proc/1/environ').read()",
    ends: raised("FileNotFoundError"),
  },
  {
    name: "reads its environment",
    body: `import os\nreturn sorted(set(os.environ) - {'LANG', 'LC_CTYPE', 'PWD', 'PYTHONHASHSEED'})`,
    ends: harmless("[]"),
  },
  {
    name: "writes 10 GB",
    body: "with open('/big', 'wb') as file:\n    for n in range(10 ** 4):\n        file.write(b'x' * 10 ** 6)",
    ends: raised("OSError"),
  },
  {
    name: "writes 10 GB where memory is a file",
    body: "import os\nos.write(os.memfd_create('x'), b'x' * 10 ** 6)",
    ends: raised("PermissionError"),
  },
  {
    name: "kills everything",
    body: "import os\nos.kill(-1, 9)",
    ends: raised("PermissionError"),
  },
  { name: "exits", body: "import os\nos._exit(0)", ends: raised("InterpreterExit") },
  {
    name: "crashes the interpreter",
    body: "import ctypes\nctypes.string_at(0)",
    ends: raised("InterpreterExit"),
  },
  {
    name: "looks into the harness",
    body: "import ctypes, os\nreturn ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)",
    ends: harmless("-1"),
  },
  {
    name: "writes events itself",
    body: 'import os\nfor n in range(64):\n    try:\n        os.write(n, b\'{"type": "finished"}\\n\' * 3)\n    except OSError:\n        pass\nreturn 2',
    ends: raised("InterpreterExit"),
  },
  {
    name: "looks for the expected result",
    body: "import gc\nneedle = 'terces-'[::-1] + 'result'\nreturn any(needle in str(thing) for thing in gc.get_objects() if type(thing) in (dict, list, tuple))",
    ends: harmless("False"),
  },
  { name: "reads stdin", body: "return input()", ends: raised("EOFError") },
];
