import { fewShotSetDetailSchema } from "@foundry/core/generation/few-shot.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** One version of a set with its examples; null asks for nothing. */
export function useFewShotSet(setId: string | null) {
  return useQuery({
    queryKey: generationKeys.fewShotSet(setId ?? ""),
    queryFn: ({ signal }) =>
      api.get(`/api/few-shot-sets/${setId}`, fewShotSetDetailSchema, { signal }),
    enabled: setId !== null,
  });
}
