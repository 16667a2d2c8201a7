import { providersSchema, type SaveEndpoint } from "@foundry/core/generation/provider.schema";
import { api } from "../../../components/api/api-client";
import { useChangeProviders } from "./use-change-providers";

/** Adds an endpoint, or changes the one with this id. */
export function useSaveEndpoint(id: string | null) {
  return useChangeProviders((endpoint: SaveEndpoint) =>
    id === null
      ? api.post("/api/providers/endpoints", endpoint, providersSchema)
      : api.put(`/api/providers/endpoints/${id}`, endpoint, providersSchema),
  );
}
