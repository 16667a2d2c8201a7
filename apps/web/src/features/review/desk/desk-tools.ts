import { applyFix } from "@foundry/core/checks/fixes/apply-fix";
import { irJsonSchema } from "@foundry/core/ir/ir-json-schema";
import { readIr } from "@foundry/core/ir/read-ir";

/** The IR's definition as the desk uses it: to judge a text, to help writing one, and to mend one. */
export const deskTools = { readIr, applyFix, editorSchema: irJsonSchema("draft-7") };
