import { api } from "../../../components/api/api-client";
import { ApiError } from "../../../components/api/api-error";

/** Takes "not a problem" back. One that is gone already is as wished. */
export async function restoreFinding(dismissalId: string): Promise<void> {
  try {
    await api.delete(`/api/findings/dismissals/${dismissalId}`, undefined, undefined, {
      keepalive: true,
    });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
  }
}
