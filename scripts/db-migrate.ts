/**
 * `npm run db:migrate`: applies the migrations to the database of DATABASE_URL.
 * `npm run db:migrate -- --name add-thing`: writes the next one from the schema files.
 */
import { migrate } from "@foundry/prisma/migrate";

if (process.argv.length > 2) {
  await import("@foundry/prisma/write-migration");
} else {
  const databaseUrl = process.env["DATABASE_URL"];
  if (!databaseUrl) {
    console.error("DATABASE_URL is not set. (`npm start` migrates its own database by itself.)");
    process.exit(2);
  }
  const names = await migrate(databaseUrl);
  console.log(names.length === 0 ? "nothing to apply" : `applied ${names.join(", ")}`);
}
