import { type CreateApiToken, createdApiTokenSchema } from "@foundry/core/people/people.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { TOKENS_KEY } from "./use-tokens";

export function useCreateToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (token: CreateApiToken) => api.post("/api/tokens", token, createdApiTokenSchema),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: TOKENS_KEY }),
  });
}
