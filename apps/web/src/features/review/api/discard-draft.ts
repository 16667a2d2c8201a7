import { api } from "../../../components/api/api-client";

export function discardDraft(sampleId: number): Promise<void> {
  return api.delete(`/api/review/drafts/${sampleId}`, undefined, undefined, { keepalive: true });
}
