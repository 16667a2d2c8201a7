import { datasetSchema, type FreezeDataset } from "@foundry/core/datasets/dataset.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { datasetKeys } from "../../../components/datasets/dataset-keys";

/** Freezes what the recipe gives at this moment. */
export function useFreezeDataset() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (order: FreezeDataset) => api.post("/api/datasets", order, datasetSchema),
    onSuccess: (dataset) => {
      queryClient.setQueryData(datasetKeys.one(dataset.id), dataset);
      void queryClient.invalidateQueries({ queryKey: datasetKeys.list() });
    },
  });
}
