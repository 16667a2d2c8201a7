import {
  type Dismissal,
  type DismissFinding,
  dismissalSchema,
} from "@foundry/core/findings/finding.schema";
import { api } from "../../../components/api/api-client";

/** Calls a finding not a problem; saying it twice says it once. */
export function dismissFinding(finding: DismissFinding): Promise<Dismissal> {
  return api.post("/api/findings/dismissals", finding, dismissalSchema, { keepalive: true });
}
