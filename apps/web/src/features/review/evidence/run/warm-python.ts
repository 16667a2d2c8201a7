import { type PythonSandbox, startPython } from "../../../../components/sandbox/python-sandbox";
import type { SandboxFiles } from "../../../../components/sandbox/sandbox-files";

/** An idle Python holds about 100 MB; the next one takes seconds to start. */
const IDLE_MS = 5 * 60_000;

let warm: PythonSandbox | null = null;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

/** Starts the Python of the next run ahead, so that the run need not wait for it. */
export function warmPython(files: SandboxFiles): void {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(coolDown, IDLE_MS);
  if (warm !== null) return;
  const python = startPython(files);
  warm = python;
  python.ready.catch(() => {
    if (warm === python) warm = null;
  });
}

/** A Python for one run, started ahead if there is one. */
export function takePython(files: SandboxFiles): PythonSandbox {
  clearTimeout(idleTimer);
  const python = warm ?? startPython(files);
  warm = null;
  return python;
}

function coolDown() {
  warm?.close();
  warm = null;
}
