import type { Artifact } from "@foundry/prisma/client";
import type { z } from "zod";
import { artifactSchema } from "./training-run.schema.ts";

/** A file that a runner made, as people see it. */
export function presentArtifact(artifact: Artifact): z.infer<typeof artifactSchema> {
  return artifactSchema.parse({
    ...artifact,
    byteCount: Number(artifact.byteCount),
    createdAt: artifact.createdAt.toISOString(),
  });
}
