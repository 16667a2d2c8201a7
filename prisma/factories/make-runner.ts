import { createHash, randomBytes } from "node:crypto";
import type { Database, Prisma, Runner } from "../client.ts";

/** A machine that may pull work, with its token. */
export async function makeRunner(
  db: Database,
  options: { name?: string; hardware?: Prisma.InputJsonObject } = {},
): Promise<Runner & { token: string }> {
  const token = `fndr_${randomBytes(32).toString("base64url")}`;
  const runner = await db.runner.create({
    data: {
      name: options.name ?? "A machine",
      prefix: token.slice(0, 9),
      tokenSha256: createHash("sha256").update(token).digest("hex"),
      ...(options.hardware === undefined ? {} : { hardware: options.hardware }),
    },
  });
  return { ...runner, token };
}
