import { samplePageSchema } from "@foundry/core/samples/sample.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { reviewKeys } from "./review-keys";

const POLL_MS = 10_000;

/** What others have on their desks now, so that waiting has names. */
export function useLeasedSamples(isWanted: boolean) {
  return useQuery({
    queryKey: reviewKeys.leased(),
    queryFn: ({ signal }) =>
      api.get("/api/samples?state=leased&limit=20", samplePageSchema, { signal }),
    refetchInterval: POLL_MS,
    enabled: isWanted,
  });
}
