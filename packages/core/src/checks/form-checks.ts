import type { CheckInfo } from "./check.ts";

/** What `readIr` looks at before anything else: whether the text is an IR at all. */
export const FORM_CHECKS: readonly CheckInfo[] = [];
