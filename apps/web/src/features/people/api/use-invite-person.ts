import { createdInvitationSchema, type InvitePerson } from "@foundry/core/people/people.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { peopleKeys } from "./people-keys";

export function useInvitePerson() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (invitation: InvitePerson) =>
      api.post("/api/invitations", invitation, createdInvitationSchema),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: peopleKeys.invitations }),
  });
}
