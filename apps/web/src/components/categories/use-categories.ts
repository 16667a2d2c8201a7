import { categoryCountSchema } from "@foundry/core/samples/sample.schema";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../api/api-client";

const categoriesSchema = z.array(categoryCountSchema);

/** Every pair of category and complexity that samples have; imports may bring any. */
export function useCategories() {
  return useQuery({
    queryKey: ["categories"],
    queryFn: ({ signal }) => api.get("/api/samples/categories", categoriesSchema, { signal }),
    staleTime: 60_000,
  });
}
