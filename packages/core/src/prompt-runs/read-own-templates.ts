import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { ownTemplateDraftSchema } from "../prompts/own-templates/own-template.schema.ts";

export const storedTemplatesSchema = z.array(
  z.object({ id: z.string(), draft: ownTemplateDraftSchema }),
);
export type StoredTemplate = z.infer<typeof storedTemplatesSchema>[number];

/** The templates that people wrote, in a fixed order. */
export async function readOwnTemplates(db: DatabaseOrTransaction): Promise<StoredTemplate[]> {
  const rows = await db.ownTemplate.findMany({
    select: { id: true, draft: true },
    orderBy: { id: "asc" },
  });
  return storedTemplatesSchema.parse(rows);
}
