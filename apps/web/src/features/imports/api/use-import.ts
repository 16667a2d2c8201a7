import { type ImportIssuePage, importSchema } from "@foundry/core/imports/import.schema";
import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { importKeys } from "./import-keys";

const POLL_MS = 3_000;

/** One import, live: the server sends it on every change, and polling takes over where that fails. */
export function useImport(id: string) {
  const queryClient = useQueryClient();
  const [isLive, setIsLive] = useState(false);
  const query = useQuery({
    queryKey: importKeys.detail(id),
    queryFn: ({ signal }) => api.get(`/api/imports/${id}`, importSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) && !isLive ? POLL_MS : false,
  });
  const shouldListen = query.data !== undefined && isUnderWay(query.data);
  useEffect(() => {
    if (!shouldListen) return undefined;
    const source = new EventSource(`/api/imports/${id}/events`);
    source.addEventListener("open", () => setIsLive(true));
    source.addEventListener("error", () => setIsLive(false));
    source.addEventListener("import", (event: MessageEvent<string>) => {
      const parsed = importSchema.safeParse(JSON.parse(event.data));
      if (!parsed.success) return;
      queryClient.setQueryData(importKeys.detail(id), parsed.data);
      // A first page that is full does not change any more, so only a short one is asked for again.
      const report = queryClient.getQueryData<InfiniteData<ImportIssuePage>>(importKeys.issues(id));
      const isShort = report?.pages.at(-1)?.nextCursor === null;
      if (isShort || !isUnderWay(parsed.data))
        void queryClient.invalidateQueries({ queryKey: importKeys.issues(id) });
    });
    return () => {
      source.close();
      setIsLive(false);
    };
  }, [id, shouldListen, queryClient]);
  return query;
}
