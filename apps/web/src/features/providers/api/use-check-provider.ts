import { providersSchema } from "@foundry/core/generation/provider.schema";
import { api } from "../../../components/api/api-client";
import { useChangeProviders } from "./use-change-providers";

/**
 * Has a worker try a key or an endpoint.
 *
 * @param endpointId null tries Claude
 */
export function useCheckProvider(endpointId: string | null) {
  const subject = endpointId === null ? "anthropic" : `endpoints/${endpointId}`;
  return useChangeProviders((_nothing: void) =>
    api.post(`/api/providers/${subject}/check`, undefined, providersSchema),
  );
}
