import type { z } from "zod";
import type { irSchema } from "../ir/ir.schema.ts";

/** An IR as it is written down: properties that equal their default may be left out. */
export type IrDocument = z.input<typeof irSchema>;

/** The answer to a template's prompt that is right by construction. */
export interface Blueprint {
  ir: IrDocument;
  /** Python source that defines the function of the IR. */
  implementation: string;
  /** Argument lists, edge cases included; each argument is a Python expression. */
  inputs: string[][];
}
