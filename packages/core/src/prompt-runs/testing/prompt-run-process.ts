import { createDatabase } from "@foundry/prisma/client";
import { makeJobContext } from "../../imports/testing/make-job-context.ts";
import { runPromptRun } from "../run-prompt-run.ts";

/** A process that does one run, for tests that kill it. Arguments: database URL, run id. */
const [databaseUrl = "", runId = ""] = process.argv.slice(2);
const db = createDatabase(databaseUrl);
await runPromptRun(makeJobContext(db), { runId });
await db.$disconnect();
