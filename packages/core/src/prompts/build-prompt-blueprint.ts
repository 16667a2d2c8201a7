import { DomainError } from "../errors.ts";
import type { Blueprint } from "./blueprint.ts";
import { TEMPLATES } from "./catalogue.ts";
import type { PromptRecord } from "./prompt-record.ts";

/**
 * The IR, the reference implementation and the inputs of a prompt that a template wrote.
 *
 * @throws DomainError `unknown_template` when the catalogue has no such template or slot value
 */
export function buildPromptBlueprint(record: Pick<PromptRecord, "template" | "slots">): Blueprint {
  const template = TEMPLATES.find(({ id }) => id === record.template);
  const choice = template?.slots.map(({ name, valueNames }) =>
    valueNames.indexOf(String(record.slots[name])),
  );
  if (template === undefined || choice === undefined || choice.includes(-1)) {
    throw new DomainError(
      "not_found",
      `No template ${record.template} with these slots is in the catalogue of this version.`,
      { reason: "unknown_template" },
    );
  }
  return template.buildBlueprint(choice);
}
