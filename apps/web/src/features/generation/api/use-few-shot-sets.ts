import { fewShotSetSchema } from "@foundry/core/generation/few-shot.schema";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** Every version of every set of examples, the newest first. */
export function useFewShotSets() {
  return useQuery({
    queryKey: generationKeys.fewShotSets(),
    queryFn: ({ signal }) => api.get("/api/few-shot-sets", z.array(fewShotSetSchema), { signal }),
  });
}
