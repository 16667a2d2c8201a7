import { api } from "../../../components/api/api-client";
import { useChangeProviders } from "./use-change-providers";

export function useRemoveEndpoint() {
  return useChangeProviders((id: string) => api.delete(`/api/providers/endpoints/${id}`));
}
