import { api } from "../../../components/api/api-client";
import { useChangeProviders } from "./use-change-providers";

export function useRemoveKey() {
  return useChangeProviders((_nothing: void) => api.delete("/api/providers/anthropic/key"));
}
