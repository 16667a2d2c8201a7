import type { z } from "zod";
import type { Ir, irSchema } from "../ir/ir.schema.ts";

/** An IR as it is written, before defaults are filled in. */
export type IrDraft = z.input<typeof irSchema>;

/** Changes a draft in place. */
export type Change = (draft: IrDraft) => void;

/** One slip at one place. */
export interface Edit {
  path: string;
  note: string;
  change: Change;
}

/** What a mutator looks at to find places. */
export interface EditSource {
  prompt: string;
  ir: Ir;
  effects: string[];
  predicates: string[];
}
