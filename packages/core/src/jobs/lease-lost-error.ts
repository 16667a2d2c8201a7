/** Another worker has the job, or it was cancelled: whatever this worker still does must not count. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";

  constructor(jobId: string) {
    super(`job ${jobId} is no longer this worker's`);
  }
}
