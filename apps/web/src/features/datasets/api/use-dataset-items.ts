import { datasetItemPageSchema } from "@foundry/core/datasets/dataset.schema";
import type { Split } from "@foundry/core/datasets/split.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { datasetKeys } from "../../../components/datasets/dataset-keys";

/** The rows of a dataset in the order of its files; null: of every split. */
export function useDatasetItems(id: string, split: Split | null) {
  return useInfiniteQuery({
    queryKey: datasetKeys.items(id, split),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (split !== null) query.set("split", split);
      if (pageParam !== null) query.set("cursor", String(pageParam));
      return api.get(`/api/datasets/${id}/items?${query}`, datasetItemPageSchema, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
