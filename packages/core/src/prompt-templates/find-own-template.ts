import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";
import {
  type OwnTemplate,
  ownTemplateSchema,
} from "../prompts/own-templates/own-template.schema.ts";

/**
 * A template that a person wrote, without asking who wants it.
 * @throws DomainError `not_found`, also for one of the catalogue
 */
export async function findOwnTemplate(db: DatabaseOrTransaction, id: string): Promise<OwnTemplate> {
  const row = await db.ownTemplate.findUnique({
    where: { id },
    include: { createdBy: { select: { name: true } } },
  });
  if (row === null) {
    throw new DomainError("not_found", "There is no such template. Go back to the templates.");
  }
  return ownTemplateSchema.parse({
    ...row,
    createdBy: row.createdBy.name,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  });
}
