/**
 * Loaded into every Node process that the studio starts: when the studio dies without a word
 * (SIGKILL, out of memory) the channel to it closes, and the process stops as if it had been told to.
 */
const GRACE_MS = 20_000;

// A process of its own inherits these options too, but its channel leads elsewhere.
const isStartedByStudio = process.env["FOUNDRY_SUPERVISED"] === "1";
delete process.env["FOUNDRY_SUPERVISED"];

if (isStartedByStudio) {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS).unref();
  });
  process.channel?.unref();
}
