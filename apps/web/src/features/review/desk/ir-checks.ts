import { irJsonSchema } from "@foundry/core/ir/ir-json-schema";
import { readIr } from "@foundry/core/ir/read-ir";

/** The IR's definition as the desk uses it: to read a text, and to help writing one. */
export const irChecks = { readIr, editorSchema: irJsonSchema("draft-7") };
