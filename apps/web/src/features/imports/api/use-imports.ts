import { importPageSchema } from "@foundry/core/imports/import.schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { importKeys } from "./import-keys";

const POLL_MS = 2_000;

/** Imports from the newest to the oldest; asked again while one of them is under way. */
export function useImports() {
  return useInfiniteQuery({
    queryKey: importKeys.list(),
    queryFn: ({ pageParam, signal }) =>
      api.get(`/api/imports${pageParam === null ? "" : `?cursor=${pageParam}`}`, importPageSchema, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rows.some(isUnderWay)) === true ? POLL_MS : false,
  });
}
