import type { Check, CheckInfo } from "./check.ts";
import { EVIDENCE_CHECKS } from "./evidence-checks.ts";
import { FORM_CHECKS } from "./form-checks.ts";
import { missingEdgeCase } from "./rules/missing-edge-case.ts";
import { missingPythonQuirk } from "./rules/missing-python-quirk.ts";
import { unmarkedLiteral } from "./rules/unmarked-literal.ts";
import { vagueEffect } from "./rules/vague-effect.ts";
import { verboseString } from "./rules/verbose-string.ts";
import { wrongLiteral } from "./rules/wrong-literal.ts";
import { wrongThreshold } from "./rules/wrong-threshold.ts";
import { prosePredicate } from "./rules/prose-predicate.ts";
import { undefinedName } from "./rules/undefined-name.ts";
import { unresolvedHole } from "./rules/unresolved-hole.ts";
import { missingReturnPath } from "./rules/missing-return-path.ts";
import { wrongOrder } from "./rules/wrong-order.ts";
import { bogusConstraint } from "./rules/bogus-constraint.ts";
import { signatureMismatch } from "./rules/signature-mismatch.ts";
import { contradiction } from "./rules/contradiction.ts";

/** Every rule over a prompt and its IR, in the order in which findings of one severity are shown. */
export const CHECKS: readonly Check[] = [
  unresolvedHole,
  undefinedName,
  contradiction,
  signatureMismatch,
  bogusConstraint,
  wrongOrder,
  missingReturnPath,
  prosePredicate,
  wrongLiteral,
  verboseString,
  unmarkedLiteral,
  wrongThreshold,
  missingPythonQuirk,
  missingEdgeCase,
  vagueEffect,
];

/** Everything that can make a finding: the form of the JSON text, its content, then what a run shows. */
export const CHECK_INFOS: readonly CheckInfo[] = [...FORM_CHECKS, ...CHECKS, ...EVIDENCE_CHECKS];

/** Changes when any check does; findings stored under another one are out of date. */
export const CHECKS_VERSION = CHECK_INFOS.map(({ id, version }) => `${id}@${version}`).join(" ");
