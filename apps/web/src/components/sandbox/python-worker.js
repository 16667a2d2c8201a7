// @ts-check
/**
 * Python in a worker of the sandbox's frame. What holds foreign code is the browser: the frame has
 * no origin, and its policy, which the worker inherits, allows no network and no evaluated script.
 * What this file takes away makes attempts fail early and with a name; it is no boundary.
 *
 * A classic worker: Chromium starts no module worker from a blob without an origin. It is served as
 * it stands here, not bundled.
 */

/**
 * @typedef {{ kind: "start", files: Record<string, Blob> }} Start
 * @typedef {{ kind: "run", request: string, memoryBytes: number }} Run
 * @typedef {(request: string, emit: (line: string) => void) => void} Harness
 */

/** Python's loader asks for its files below an address; none of them comes from there. */
const FILES_URL = "https://python.invalid/";

const HIDDEN_GLOBALS = [
  "importScripts",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "WebTransport",
  "BroadcastChannel",
  "Worker",
  "indexedDB",
  "caches",
];

const ARCHIVE_PATH = "/harness.zip";

const IMPORT_HARNESS = `
import sys
sys.path.insert(0, "${ARCHIVE_PATH}")
from foundry_harness.browser import run
sys.path.pop(0)
`;

/** Python's way to JavaScript, and the harness: an import of any of these fails by its name. */
const HIDE_MODULES = `
import sys
HIDDEN = ("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "foundry_harness")
for name in list(sys.modules):
    if name.partition(".")[0] in HIDDEN:
        sys.modules[name] = None
sys.meta_path[:] = [
    finder for finder in sys.meta_path if "pyodide" not in getattr(finder, "__module__", type(finder).__module__)
]
`;

/** Bytes that Python may have in all, its own 30 MB included. */
const memory = { maxBytes: Infinity, isExhausted: false };

capMemory();
for (const name of HIDDEN_GLOBALS) Object.defineProperty(globalThis, name, { value: undefined });
// Python's loader says its troubles here; they reach the page in a message.
for (const name of /** @type {const} */ (["log", "warn", "error"])) console[name] = () => {};

addEventListener("message", (event) => {
  const [port] = event.ports;
  if (port !== undefined) void start(port, /** @type {Start} */ (event.data).files);
});

/**
 * @param {MessagePort} port
 * @param {Record<string, Blob>} files
 */
async function start(port, files) {
  try {
    const harness = await loadHarness(files);
    port.addEventListener("message", (event) => run(port, harness, event.data), { once: true });
    port.start();
    port.postMessage({ kind: "ready" });
  } catch (error) {
    port.postMessage({ kind: "ended", reason: "crashed", message: String(error) });
  }
}

/**
 * @param {MessagePort} port
 * @param {Harness} harness
 * @param {Run} run
 */
function run(port, harness, { request, memoryBytes }) {
  memory.maxBytes = memoryBytes;
  const end = (/** @type {string} */ reason, message = "") =>
    port.postMessage({ kind: "ended", reason, message });
  try {
    harness(request, (line) => port.postMessage({ kind: "line", text: line }));
    end("finished");
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (memory.isExhausted) end("memory");
    else if (error instanceof RangeError || /call stack|RecursionError/.test(message))
      end("recursion");
    else end("crashed", message.trim().split("\n").at(-1));
  }
}

/**
 * @param {Record<string, Blob>} files
 * @returns {Promise<Harness>}
 */
async function loadHarness(files) {
  globalThis.fetch = async (input) => {
    const address = input instanceof URL ? input.href : input;
    const file = typeof address === "string" ? files[address.slice(FILES_URL.length)] : undefined;
    if (file === undefined) throw new TypeError("there is no network here");
    return new Response(file, { headers: { "content-type": file.type } });
  };
  const { loadPyodide } = await importFile(files["pyodide.mjs"]);
  const { default: createPyodideModule } = await importFile(files["pyodide.asm.mjs"]);
  /** @type {import("pyodide").PyodideInterface} */
  const python = await loadPyodide({
    indexURL: FILES_URL,
    createPyodideModule,
    lockFileContents: (await files["pyodide-lock.json"]?.text()) ?? "",
    packageBaseUrl: FILES_URL,
    jsglobals: Object.create(null),
    enableRunUntilComplete: false,
    stdout: () => {},
    stderr: () => {},
  });
  globalThis.fetch = () => Promise.reject(new TypeError("there is no network here"));
  const archive = (await files["harness.zip"]?.arrayBuffer()) ?? new ArrayBuffer(0);
  python.FS.writeFile(ARCHIVE_PATH, new Uint8Array(archive));
  const names = python.runPython("{}");
  python.runPython(IMPORT_HARNESS, { globals: names });
  python.FS.unlink(ARCHIVE_PATH);
  python.runPython(HIDE_MODULES, { globals: python.runPython("{}") });
  return names.get("run");
}

/**
 * @param {Blob | undefined} file
 * @returns {Promise<any>}
 */
function importFile(file) {
  if (file === undefined) throw new Error("a file of Python is missing");
  return import(URL.createObjectURL(file));
}

function capMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  /** @this {WebAssembly.Memory} */
  WebAssembly.Memory.prototype.grow = function growWithinLimit(pages) {
    if (this.buffer.byteLength + pages * 65_536 > memory.maxBytes) {
      memory.isExhausted = true;
      // To Python this is memory that cannot be had: a MemoryError where the code asks for it.
      throw new RangeError("the memory limit of the sandbox is reached");
    }
    return grow.call(this, pages);
  };
}
