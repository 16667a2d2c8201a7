import { createHash } from "node:crypto";

/** Starts the worker that its embedder hands over, gives it the embedder's port, and does no more. */
const SCRIPT = `
addEventListener("message", ({ source, data, ports }) => {
  if (source !== parent) return;
  const worker = new Worker(URL.createObjectURL(data.worker));
  worker.postMessage({ files: data.files }, ports);
}, { once: true });
`;

export const FRAME_DOCUMENT = `<!doctype html><meta charset="utf-8"><title>Python sandbox</title><script>${SCRIPT}</script>`;

/**
 * Only the frame's own script runs, and what is made from the files that the page hands over. The
 * workers inherit this policy: foreign code finds no network, no storage, and no eval.
 */
export const FRAME_POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}' 'wasm-unsafe-eval' blob:`,
  "worker-src blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  // Also when it is opened by itself: never the studio's origin.
  "sandbox allow-scripts",
].join("; ");
