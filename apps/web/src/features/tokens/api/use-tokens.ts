import { apiTokenSchema } from "@foundry/core/people/people.schema";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../../components/api/api-client";

export const TOKENS_KEY = ["tokens"] as const;

const tokensSchema = z.array(apiTokenSchema);

/** The person's own tokens. */
export function useTokens() {
  return useQuery({
    queryKey: TOKENS_KEY,
    queryFn: ({ signal }) => api.get("/api/tokens", tokensSchema, { signal }),
  });
}
