import { type Evaluation, evaluationSchema } from "@foundry/core/evaluations/evaluation.schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../../components/api/api-client";
import { isUnderWay } from "../is-under-way";
import { evaluationKeys } from "./evaluation-keys";

const POLL_MS = 2_000;

/** One evaluation, live over the event stream until it is scored or has ended without scores. */
export function useEvaluation(id: string) {
  const queryClient = useQueryClient();
  const [isLive, setIsLive] = useState(false);
  const query = useQuery({
    queryKey: evaluationKeys.one(id),
    queryFn: ({ signal }) => api.get(`/api/evaluations/${id}`, evaluationSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) && !isLive ? POLL_MS : false,
  });
  const isChanging = query.data !== undefined && isUnderWay(query.data);
  useEffect(() => {
    if (!isChanging) return undefined;
    const source = new EventSource(`/api/evaluations/${id}/events`);
    source.addEventListener("open", () => setIsLive(true));
    source.addEventListener("error", () => setIsLive(false));
    source.addEventListener("evaluation", (event: MessageEvent<string>) => {
      const parsed = evaluationSchema.safeParse(JSON.parse(event.data));
      if (parsed.success) {
        queryClient.setQueryData<Evaluation>(evaluationKeys.one(id), parsed.data);
      }
    });
    return () => {
      source.close();
      setIsLive(false);
    };
  }, [id, isChanging, queryClient]);
  return query;
}
