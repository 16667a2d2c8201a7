import { importIssuePageSchema } from "@foundry/core/imports/import.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { importKeys } from "./import-keys";

/** What was wrong in the file, in the order of its records. */
export function useImportIssues(id: string) {
  return useInfiniteQuery({
    queryKey: importKeys.issues(id),
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? "" : `?cursor=${encodeURIComponent(pageParam)}`;
      return api.get(`/api/imports/${id}/issues${cursor}`, importIssuePageSchema, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
