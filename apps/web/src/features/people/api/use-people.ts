import { personSchema } from "@foundry/core/people/people.schema";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../../components/api/api-client";
import { peopleKeys } from "./people-keys";

const peopleSchema = z.array(personSchema);

export function usePeople() {
  return useQuery({
    queryKey: peopleKeys.people,
    queryFn: ({ signal }) => api.get("/api/people", peopleSchema, { signal }),
  });
}
