import type { TrainingLog, TrainingMetrics } from "@foundry/core/training/training-run.schema";

export type TaskEvent = TrainingLog["events"][number];

/** Lines of the log that are kept in sight. */
const MAX_LOG_LINES = 400;
const SILENT = new Set(["heartbeat", "step", "eval"]);

/** The curves with what a runner told next; a step that is told again replaces the earlier point. */
export function addToMetrics(metrics: TrainingMetrics, event: TaskEvent): TrainingMetrics {
  const { attempt, type, data } = event;
  const step = readFigure(data, "step");
  const attempts = metrics.attempts.some((known) => known.attempt === attempt)
    ? metrics.attempts
    : [...metrics.attempts, { attempt, startedAt: event.at, firstStep: null }];
  if (step === null) return attempts === metrics.attempts ? metrics : { ...metrics, attempts };
  if (type === "eval") {
    const point = {
      attempt,
      step,
      loss: readFigure(data, "loss"),
      tokenAccuracy: readFigure(data, "token_acc"),
    };
    return { ...metrics, attempts, evaluations: put(metrics.evaluations, point) };
  }
  if (type !== "step") return { ...metrics, attempts };
  const point = {
    attempt,
    step,
    epoch: readFigure(data, "epoch"),
    loss: readFigure(data, "loss"),
    learningRate: readFigure(data, "lr"),
    gradientNorm: readFigure(data, "grad_norm"),
    tokenAccuracy: readFigure(data, "token_acc"),
    tokensPerSecond: readFigure(data, "tokens_per_s"),
    etaSeconds: readFigure(data, "eta_s"),
    vramGib: readFigure(data, "vram_gib"),
  };
  return {
    ...metrics,
    attempts: attempts.map((known) =>
      known.attempt === attempt && known.firstStep === null ? { ...known, firstStep: step } : known,
    ),
    steps: put(metrics.steps, point),
    totalSteps: readFigure(data, "total_steps") ?? metrics.totalSteps,
  };
}

/** The log with what a runner told next; signs of life and points of curves are not in it. */
export function addToLog(log: TrainingLog, event: TaskEvent): TrainingLog {
  if (SILENT.has(event.type)) return log;
  const isKnown = log.events.some(
    ({ attempt, seq }) => attempt === event.attempt && seq === event.seq,
  );
  return isKnown ? log : { events: [...log.events, event].slice(-MAX_LOG_LINES) };
}

function put<Point extends { step: number }>(points: readonly Point[], point: Point): Point[] {
  const before = points.filter(({ step }) => step < point.step);
  const after = points.filter(({ step }) => step > point.step);
  return [...before, point, ...after];
}

/** Null for what is no number: the trainer writes null for what is not finite. */
function readFigure(data: Record<string, unknown>, name: string): number | null {
  const value = data[name];
  return typeof value === "number" ? value : null;
}
