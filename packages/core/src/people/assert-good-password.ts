import { DomainError } from "../errors.ts";
import { findPasswordProblem } from "./password-rule.ts";

/** @throws DomainError `invalid_input`, reason `weak_password` */
export function assertGoodPassword(
  password: string,
  person: { email: string; name: string },
): void {
  const problem = findPasswordProblem(password, person);
  if (problem === undefined) return;
  throw new DomainError("invalid_input", problem, {
    reason: "weak_password",
    problems: [{ path: "/password", message: problem }],
  });
}
