import { datasetSchema } from "@foundry/core/datasets/dataset.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { datasetKeys } from "../../../components/datasets/dataset-keys";

/** One dataset; it never changes, only the count of looks at its test split does. */
export function useDataset(id: string) {
  return useQuery({
    queryKey: datasetKeys.one(id),
    queryFn: ({ signal }) => api.get(`/api/datasets/${id}`, datasetSchema, { signal }),
  });
}
