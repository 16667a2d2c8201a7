import type { Check, CheckInfo } from "./check.ts";
import { FORM_CHECKS } from "./form-checks.ts";

/** Every rule over a prompt and its IR, in the order in which findings of one severity are shown. */
export const CHECKS: readonly Check[] = [];

/** Everything that can make a finding: the form of the JSON text, then its content. */
export const CHECK_INFOS: readonly CheckInfo[] = [...FORM_CHECKS, ...CHECKS];

/** Changes when any check does; findings stored under another one are out of date. */
export const CHECKS_VERSION = CHECK_INFOS.map(({ id, version }) => `${id}@${version}`).join(" ");
