import { resolve } from "node:path";
import { z } from "zod";

const envSchema = z.object({
  /** Address of a running studio. */
  FOUNDRY_URL: z.string().optional(),
  /** API token of that studio. */
  FOUNDRY_TOKEN: z.string().optional(),
  /** Where the person stood who called npm, which itself goes to the root of the project. */
  INIT_CWD: z.string().optional(),
  npm_lifecycle_event: z.string().optional(),
});

export type Env = z.infer<typeof envSchema>;

export function readEnv(): Env {
  return envSchema.parse(process.env);
}

/** The path of a file that a person named, from the folder in which they named it. */
export function resolveFile(file: string, env: Env = readEnv()): string {
  const isRunByNpm = env.npm_lifecycle_event === "foundry";
  return resolve((isRunByNpm ? env.INIT_CWD : undefined) ?? process.cwd(), file);
}
