/** The `error` of a job whose worker went silent; kept in its row while it waits to run again. */
export const WORKER_GONE = "The worker stopped before it finished this job.";
