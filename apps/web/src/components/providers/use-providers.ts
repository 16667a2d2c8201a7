import { type Providers, providersSchema } from "@foundry/core/generation/provider.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api-client";
import { providersKeys } from "./providers-keys";

const POLL_MS = 1_500;

function isChecking({ anthropic, endpoints }: Providers): boolean {
  return anthropic.isBeingChecked || endpoints.some(({ isBeingChecked }) => isBeingChecked);
}

/** What can write IRs, with keys, terms, endpoints and prices; asked again while one is being tested. */
export function useProviders() {
  return useQuery({
    queryKey: providersKeys.all,
    queryFn: ({ signal }) => api.get("/api/providers", providersSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isChecking(state.data) ? POLL_MS : false,
  });
}
