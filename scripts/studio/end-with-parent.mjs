/**
 * Loaded into every Node process that the studio starts: when the studio dies without a word
 * (SIGKILL, out of memory) the channel to it closes, and the process stops as if it had been told to.
 */
const GRACE_MS = 20_000;

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS).unref();
});
process.channel?.unref();
