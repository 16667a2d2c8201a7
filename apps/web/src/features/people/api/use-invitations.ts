import { invitationSchema } from "@foundry/core/people/people.schema";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../../components/api/api-client";
import { peopleKeys } from "./people-keys";

const invitationsSchema = z.array(invitationSchema);

export function useInvitations() {
  return useQuery({
    queryKey: peopleKeys.invitations,
    queryFn: ({ signal }) => api.get("/api/invitations", invitationsSchema, { signal }),
  });
}
