import { buildExampleIr } from "./build-example-ir.ts";
import type { CheckExample } from "./check.ts";

/** The text that is checked for an example: its raw text, or its IR as JSON. */
export function writeExample({ raw, ir }: CheckExample): string {
  return raw ?? JSON.stringify(buildExampleIr(ir));
}
