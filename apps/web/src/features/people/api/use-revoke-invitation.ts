import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { peopleKeys } from "./people-keys";

export function useRevokeInvitation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/api/invitations/${id}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: peopleKeys.invitations }),
  });
}
