import {
  type GenerationRun,
  generationRunSchema,
} from "@foundry/core/generation/generation.schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../../components/api/api-client";
import { countEnded } from "../count-ended";
import { isUnderWay } from "../is-under-way";
import { generationKeys } from "./generation-keys";

const POLL_MS = 2_000;
/** A run ends several prompts a second; its lists are asked for less often. */
const LISTS_AFTER_MS = 2_000;

/** A paused run still has calls under way, and somebody else may resume it. */
function mayChange(run: GenerationRun): boolean {
  return isUnderWay(run) || run.state === "paused";
}

/** One run, live: the server sends it on every change, and polling takes over where that fails. */
export function useGenerationRun(id: string) {
  const queryClient = useQueryClient();
  const [isLive, setIsLive] = useState(false);
  const query = useQuery({
    queryKey: generationKeys.run(id),
    queryFn: ({ signal }) => api.get(`/api/generation-runs/${id}`, generationRunSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && mayChange(state.data) && !isLive ? POLL_MS : false,
  });
  const shouldListen = query.data !== undefined && mayChange(query.data);
  useEffect(() => {
    if (!shouldListen) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renewLists = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: generationKeys.parts(id) });
      }, LISTS_AFTER_MS);
    };
    const source = new EventSource(`/api/generation-runs/${id}/events`);
    source.addEventListener("open", () => setIsLive(true));
    source.addEventListener("error", () => setIsLive(false));
    source.addEventListener("generation-run", (event: MessageEvent<string>) => {
      const parsed = generationRunSchema.safeParse(JSON.parse(event.data));
      if (!parsed.success) return;
      const before = queryClient.getQueryData<GenerationRun>(generationKeys.run(id));
      queryClient.setQueryData(generationKeys.run(id), parsed.data);
      if (before === undefined || hasMoved(before, parsed.data)) renewLists();
    });
    return () => {
      source.close();
      setIsLive(false);
      if (timer === undefined) return;
      clearTimeout(timer);
      void queryClient.invalidateQueries({ queryKey: generationKeys.parts(id) });
    };
  }, [id, shouldListen, queryClient]);
  return query;
}

function hasMoved(before: GenerationRun, after: GenerationRun): boolean {
  return (
    before.state !== after.state ||
    before.callCount !== after.callCount ||
    before.counts.running !== after.counts.running ||
    countEnded(before) !== countEnded(after)
  );
}
