import type { InputProblem } from "@foundry/core/errors";

/** What the studio said when it refused; `status` 0 means that it could not be reached at all. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly reason: string;
  readonly detail: string;
  readonly problems: InputProblem[];
  readonly requestId: string | null;

  constructor(fields: {
    status: number;
    reason: string;
    detail: string;
    problems?: InputProblem[];
    requestId?: string | null;
  }) {
    super(fields.detail);
    this.status = fields.status;
    this.reason = fields.reason;
    this.detail = fields.detail;
    this.problems = fields.problems ?? [];
    this.requestId = fields.requestId ?? null;
  }
}
