import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findFreePort } from "@foundry/prisma/temporary-postgres";

/** Made at the first start, kept in the data folder, readable by its owner alone. */
export interface StudioSecrets {
  /** Signs session cookies. */
  secret: string;
  postgresPassword: string;
  postgresPort: number;
}

export async function readSecrets(dataDir: string): Promise<StudioSecrets> {
  const path = join(dataDir, "config.json");
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  if (text !== "") return JSON.parse(text) as StudioSecrets;
  const made: StudioSecrets = {
    secret: randomBytes(32).toString("hex"),
    postgresPassword: randomBytes(24).toString("hex"),
    postgresPort: await findFreePort(),
  };
  await writeSecrets(dataDir, made);
  return made;
}

export async function writeSecrets(dataDir: string, secrets: StudioSecrets): Promise<void> {
  const path = join(dataDir, "config.json");
  // By a rename, because half a file would lock people out of their own data.
  await writeFile(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
