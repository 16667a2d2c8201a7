import { createDatabase } from "@foundry/prisma/client";
import { makeJobContext } from "../../imports/testing/make-job-context.ts";
import { checkIrs } from "../check-irs.ts";

/** A process that runs one sweep, for tests that kill it. Argument: database URL. */
const db = createDatabase(process.argv[2] ?? "");
await checkIrs(makeJobContext(db), { isAgain: false });
await db.$disconnect();
