import { providersSchema } from "@foundry/core/generation/provider.schema";
import { api } from "../../../components/api/api-client";
import { useChangeProviders } from "./use-change-providers";

/** Stores a key, or replaces the one that is there; it is tested right away. */
export function useStoreKey() {
  return useChangeProviders((key: string) =>
    api.put("/api/providers/anthropic/key", { key }, providersSchema),
  );
}
