import { z } from "zod";
import type { SandboxFiles } from "./sandbox-files";

/** How a run came to its end. */
export type SandboxEnd =
  | { kind: "finished" }
  | { kind: "stopped"; limit: "time" | "memory" | "output" | "recursion" }
  | { kind: "crashed"; message: string };

export interface SandboxLimits {
  seconds: number;
  memoryMegabytes: number;
}

/** One Python that was never used, for one run: what foreign code did to it is gone with it. */
export interface PythonSandbox {
  /** Rejects, with a sentence for the reader, when Python does not start. */
  ready: Promise<void>;
  /**
   * Runs the harness once. Never rejects; lines come in order, and none after the end.
   *
   * @param onLine takes what the harness emits: text that foreign code may have written
   */
  run(request: string, limits: SandboxLimits, onLine: (line: string) => void): Promise<SandboxEnd>;
  /** Ends whatever runs in it, at once. */
  close(): void;
}

const FRAME_ADDRESS = "/sandbox/frame";
const START_SECONDS = 60;
/** The harness keeps its own time and ends more gently; this ends what does not listen. */
const GRACE_SECONDS = 1;
/** An honest run sends less; a dishonest one must not fill the page. */
const MAX_LINES = 20_000;
const MAX_LINES_LENGTH = 16_000_000;

const messageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("line"), text: z.string() }),
  z.object({
    kind: z.literal("ended"),
    reason: z.enum(["finished", "memory", "recursion", "crashed"]),
    message: z.string().max(10_000),
  }),
]);
type Message = z.infer<typeof messageSchema>;

/** Starts Python in a frame without an origin; no other page or frame has the port to it. */
export function startPython(files: SandboxFiles): PythonSandbox {
  const { port1: port, port2: theirPort } = new MessageChannel();
  const frame = openFrame(() => {
    const worker = files.get("python-worker.js");
    const message = { worker, files: Object.fromEntries(files) };
    // The frame's origin is opaque, which no target but the star can name.
    frame.contentWindow?.postMessage(message, "*", [theirPort]);
  });
  const close = () => {
    port.close();
    frame.remove();
  };
  return { ready: untilReady(port, close), run: makeRunner(port, close), close };
}

function openFrame(onLoad: () => void): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Python sandbox";
  frame.hidden = true;
  frame.src = FRAME_ADDRESS;
  frame.addEventListener("load", onLoad, { once: true });
  document.body.append(frame);
  return frame;
}

function untilReady(port: MessagePort, close: () => void): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      close();
      reject(new Error(`Python did not start: ${why}`));
    };
    const timer = setTimeout(
      () => fail(`nothing was heard of it for ${START_SECONDS} seconds. Reload the page.`),
      START_SECONDS * 1_000,
    );
    const listen = ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data);
      if (message?.kind !== "ready") {
        return fail(message?.kind === "ended" ? message.message : "its answer makes no sense.");
      }
      clearTimeout(timer);
      resolve();
    };
    port.addEventListener("message", listen, { once: true });
    port.start();
  });
  // A sandbox that is started ahead may fail before anybody waits for it.
  ready.catch(() => {});
  return ready;
}

function makeRunner(port: MessagePort, close: () => void): PythonSandbox["run"] {
  return (request, { seconds, memoryMegabytes }, onLine) =>
    new Promise((resolve) => {
      const listening = new AbortController();
      const end = (how: SandboxEnd) => {
        clearTimeout(timer);
        listening.abort();
        close();
        resolve(how);
      };
      const timer = setTimeout(
        () => end({ kind: "stopped", limit: "time" }),
        (seconds + GRACE_SECONDS) * 1_000,
      );
      let lineCount = 0;
      let length = 0;
      const listen = ({ data }: MessageEvent<unknown>) => {
        const message = readMessage(data);
        if (message?.kind !== "line") return end(readEnd(message));
        lineCount += 1;
        length += message.text.length;
        if (lineCount > MAX_LINES || length > MAX_LINES_LENGTH) {
          return end({ kind: "stopped", limit: "output" });
        }
        onLine(message.text);
      };
      port.addEventListener("message", listen, { signal: listening.signal });
      port.postMessage({ kind: "run", request, memoryBytes: memoryMegabytes * 1_048_576 });
    });
}

function readMessage(data: unknown): Message | null {
  return messageSchema.safeParse(data).data ?? null;
}

function readEnd(message: Message | null): SandboxEnd {
  if (message?.kind !== "ended") {
    return { kind: "crashed", message: "the sandbox sent something that makes no sense" };
  }
  const { reason } = message;
  if (reason === "finished") return { kind: "finished" };
  if (reason === "crashed") return { kind: "crashed", message: message.message };
  return { kind: "stopped", limit: reason };
}
