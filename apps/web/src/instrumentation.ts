/** Next calls it once when the server starts, before the first request. */
export async function register() {
  // oxlint-disable-next-line node/no-process-env -- Next replaces it while it builds for each runtime.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { prepareServer } = await import("./server/prepare-server");
    prepareServer();
  }
}
