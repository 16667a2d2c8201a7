import { formatBytes } from "../../components/format/format-bytes";
import type { TaskEvent } from "./apply-task-event";
import { describePhase } from "./describe-phase";

export interface LogLine {
  level: "info" | "warning" | "error";
  text: string;
}

/** What a runner told, as a line that a person reads. */
export function describeEvent({ type, data }: TaskEvent): LogLine {
  const info = (text: string): LogLine => ({ level: "info", text });
  switch (type) {
    case "run.started":
      return info("Started");
    case "phase":
      return info(describePhase(read(data, "name")));
    case "data.report":
      return info(
        `${read(data, "n_train")} rows to learn from, ${read(data, "n_val")} to watch, ${read(data, "total_steps")} steps`,
      );
    case "checkpoint":
      return info(
        `Saved the state of step ${read(data, "step")}${data["is_best"] === true ? ", the best so far" : ""}`,
      );
    case "artifact":
      return info(`Made ${read(data, "kind")} (${formatBytes(Number(data["bytes"] ?? 0))})`);
    case "warning":
      return { level: "warning", text: read(data, "message") };
    case "log":
      return { level: readLevel(data["level"]), text: read(data, "message") };
    case "sample":
      return info(`Wrote an IR at step ${read(data, "step")}`);
    case "run.finished":
      return describeEnd(data);
    default:
      return info(`${type} ${JSON.stringify(data)}`);
  }
}

function describeEnd(data: Record<string, unknown>): LogLine {
  const status = read(data, "status");
  const { error } = data;
  if (status === "cancelled") return { level: "warning", text: "Ended: stopped on request" };
  if (typeof error === "object" && error !== null && "message" in error) {
    return { level: "error", text: `Ended: ${String(error.message)}` };
  }
  return { level: status === "succeeded" ? "info" : "warning", text: `Ended: ${status}` };
}

function readLevel(level: unknown): LogLine["level"] {
  return level === "warning" || level === "error" ? level : "info";
}

function read(data: Record<string, unknown>, name: string): string {
  const value = data[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "–";
}
