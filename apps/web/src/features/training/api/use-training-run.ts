import {
  taskEventSchema,
  type TrainingLog,
  trainingLogSchema,
  type TrainingMetrics,
  trainingMetricsSchema,
  type TrainingRun,
  trainingRunSchema,
} from "@foundry/core/training/training-run.schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../components/api/api-client";
import { addToLog, addToMetrics } from "../apply-task-event";
import { isUnderWay } from "../is-under-way";
import { trainingKeys } from "./training-keys";

const POLL_MS = 2_000;

/**
 * One training, live: its state, its curves and its log. What happened before is loaded once; what
 * follows comes over the event stream, which goes on where it was when the connection was lost.
 */
export function useTrainingRun(id: string) {
  const queryClient = useQueryClient();
  const [isLive, setIsLive] = useState(false);
  const pollMs = (isChanging: boolean) => (isChanging && !isLive ? POLL_MS : false);
  const run = useQuery({
    queryKey: trainingKeys.run(id),
    queryFn: ({ signal }) => api.get(`/api/training-runs/${id}`, trainingRunSchema, { signal }),
    refetchInterval: ({ state }) => pollMs(state.data !== undefined && isUnderWay(state.data)),
  });
  const isChanging = run.data !== undefined && isUnderWay(run.data);
  // The curves are loaded after the run, so they hold all that had been told by then.
  const isKnown = run.data !== undefined;
  const toldSoFar = useRef<string>(null);
  if (run.data !== undefined && run.data.attempt > 0) {
    toldSoFar.current ??= `${run.data.attempt}.${run.data.lastSeq}`;
  }
  const metrics = useQuery({
    queryKey: trainingKeys.metrics(id),
    queryFn: ({ signal }) =>
      api.get(`/api/training-runs/${id}/metrics`, trainingMetricsSchema, { signal }),
    enabled: isKnown,
    refetchInterval: pollMs(isChanging),
  });
  const log = useQuery({
    queryKey: trainingKeys.log(id),
    queryFn: ({ signal }) => api.get(`/api/training-runs/${id}/log`, trainingLogSchema, { signal }),
    enabled: isKnown,
    refetchInterval: pollMs(isChanging),
  });
  const isLoaded = metrics.isSuccess && log.isSuccess;
  useEffect(() => {
    if (!isChanging || !isLoaded) return undefined;
    const after = toldSoFar.current === null ? "" : `?after=${toldSoFar.current}`;
    const source = new EventSource(`/api/training-runs/${id}/events${after}`);
    source.addEventListener("open", () => setIsLive(true));
    source.addEventListener("error", () => setIsLive(false));
    source.addEventListener("training-run", (event: MessageEvent<string>) => {
      const parsed = trainingRunSchema.safeParse(JSON.parse(event.data));
      if (parsed.success) queryClient.setQueryData<TrainingRun>(trainingKeys.run(id), parsed.data);
    });
    source.addEventListener("runner-event", (event: MessageEvent<string>) => {
      const parsed = taskEventSchema.safeParse(JSON.parse(event.data));
      if (!parsed.success) return;
      queryClient.setQueryData<TrainingMetrics>(
        trainingKeys.metrics(id),
        (before) => before && addToMetrics(before, parsed.data),
      );
      queryClient.setQueryData<TrainingLog>(
        trainingKeys.log(id),
        (before) => before && addToLog(before, parsed.data),
      );
    });
    return () => {
      source.close();
      setIsLive(false);
    };
  }, [id, isChanging, isLoaded, queryClient]);
  return { run, metrics, log };
}
