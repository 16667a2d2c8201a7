import { DomainError } from "../errors.ts";
import type { OwnTemplateDraft } from "../prompts/own-templates/own-template.schema.ts";
import { readOwnTemplate } from "../prompts/own-templates/read-own-template.ts";

/** @throws DomainError `invalid_input`, with the place of every problem, when it writes no prompts */
export function assertGoodTemplate(draft: OwnTemplateDraft): void {
  const { problems } = readOwnTemplate("draft", draft);
  if (problems.length === 0) return;
  throw new DomainError(
    "invalid_input",
    "This template cannot be used yet. Nothing was stored; correct the marked places.",
    { reason: "template_invalid", problems },
  );
}
