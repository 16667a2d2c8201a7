import type { EvaluationItem } from "@foundry/core/evaluations/evaluation.schema";
import { JsonView } from "../../../components/json/json-view";
import { layOutJson } from "../../../components/json/lay-out-json";
import { countOf } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import classes from "./item-screen.module.css";

type Answer = EvaluationItem["base"];

/** What a model wrote, as text; JSON is laid out, anything else stands as it came. */
export function AnswerText({ title, answer }: { title: string; answer: Answer }) {
  return (
    <Panel title={title} isFlush aside={describeEffort(answer)}>
      <div className={classes.text}>
        {answer.output === "" ? (
          <p className={classes.empty}>It wrote nothing.</p>
        ) : (
          <JsonView text={layOutJson(answer.output)} label={`${title}, its answer`} />
        )}
      </div>
    </Panel>
  );
}

function describeEffort({ outputTokens, latencyMs, stopReason }: Answer): string {
  const parts = [
    outputTokens === null ? null : countOf(outputTokens, "token"),
    latencyMs === null ? null : `${(latencyMs / 1_000).toFixed(1)} s`,
    stopReason === "length" ? "cut off at the limit" : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
