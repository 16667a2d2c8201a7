import { type ChangePerson, personSchema } from "@foundry/core/people/people.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { peopleKeys } from "./people-keys";

export function useChangePerson() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: ChangePerson }) =>
      api.patch(`/api/people/${id}`, change, personSchema),
    onSettled: () => queryClient.invalidateQueries({ queryKey: peopleKeys.people }),
  });
}
