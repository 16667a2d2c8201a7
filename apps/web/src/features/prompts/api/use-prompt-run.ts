import { type PromptRun, promptRunSchema } from "@foundry/core/prompt-runs/prompt-run.schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { promptsKeys } from "./prompts-keys";

const POLL_MS = 2_000;

/** One run, live: the server sends it on every change, and polling takes over where that fails. */
export function usePromptRun(id: string) {
  const queryClient = useQueryClient();
  const [isLive, setIsLive] = useState(false);
  const query = useQuery({
    queryKey: promptsKeys.run(id),
    queryFn: ({ signal }) => api.get(`/api/prompt-runs/${id}`, promptRunSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) && !isLive ? POLL_MS : false,
  });
  const shouldListen = query.data !== undefined && isUnderWay(query.data);
  useEffect(() => {
    if (!shouldListen) return undefined;
    const source = new EventSource(`/api/prompt-runs/${id}/events`);
    source.addEventListener("open", () => setIsLive(true));
    source.addEventListener("error", () => setIsLive(false));
    source.addEventListener("prompt-run", (event: MessageEvent<string>) => {
      const parsed = promptRunSchema.safeParse(JSON.parse(event.data));
      if (!parsed.success) return;
      const before = queryClient.getQueryData<PromptRun>(promptsKeys.run(id));
      queryClient.setQueryData(promptsKeys.run(id), parsed.data);
      if (before?.refusedCount !== parsed.data.refusedCount || !isUnderWay(parsed.data))
        void queryClient.invalidateQueries({ queryKey: promptsKeys.refusals(id) });
    });
    return () => {
      source.close();
      setIsLive(false);
    };
  }, [id, shouldListen, queryClient]);
  return query;
}
