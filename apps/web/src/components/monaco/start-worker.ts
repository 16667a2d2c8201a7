/** Workers come from our own origin as files, so that `worker-src 'self'` is enough. */
export function startWorker(_moduleId: string, label: string): Worker {
  if (label === "json") {
    return new Worker(
      new URL("monaco-editor/languages/features/json/json.worker.js", import.meta.url),
      {
        type: "module",
      },
    );
  }
  return new Worker(new URL("monaco-editor/editor/editor.worker.js", import.meta.url), {
    type: "module",
  });
}
