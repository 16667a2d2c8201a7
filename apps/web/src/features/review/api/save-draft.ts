import { type Draft, draftSchema, type SaveDraft } from "@foundry/core/reviews/review.schema";
import { api } from "../../../components/api/api-client";
import { fitsKeepalive } from "./fits-keepalive";

/** Always allowed to outlive the page where the browser permits it, because a page can go any time. */
export function saveDraft(sampleId: number, draft: SaveDraft): Promise<Draft> {
  return api.put(`/api/review/drafts/${sampleId}`, draft, draftSchema, {
    keepalive: fitsKeepalive(draft),
  });
}
