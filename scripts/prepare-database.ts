/**
 * Brings the database of DATABASE_URL up to date: migrations and, with `--sample-corpus`, the
 * corpus that every new studio starts with. `npm start` and the `migrate` container run it.
 */
import { parseArgs } from "node:util";
import { migrate } from "@foundry/prisma/migrate";

const { values } = parseArgs({ options: { "sample-corpus": { type: "boolean", default: false } } });
const databaseUrl = process.env["DATABASE_URL"];
if (!databaseUrl) {
  console.error("DATABASE_URL is not set.");
  process.exit(2);
}

const applied = await migrate(databaseUrl);
console.log(applied.length === 0 ? "no new migrations" : `applied ${applied.join(", ")}`);
if (values["sample-corpus"]) console.log("TODO sample corpus");
