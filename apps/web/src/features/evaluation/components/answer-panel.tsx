import type { EvaluationItem } from "@foundry/core/evaluations/evaluation.schema";
import { EVALUATION_METRICS } from "@foundry/core/evaluation/metrics";
import { FindingMessage } from "../../../components/findings/finding-message";
import { namePlace } from "../../../components/findings/name-place";
import { SeverityIcon } from "../../../components/findings/severity-icon";
import { countOf } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import { ChangesList } from "./changes-list";
import classes from "./item-screen.module.css";
import { ScoreMark } from "./score-mark";

/** What an answer is worth: each metric, the differences from the reviewed IR, what the checks say. */
export function AnswerPanel({ title, answer }: { title: string; answer: EvaluationItem["base"] }) {
  const { scores, fieldF1, findings, missingEdges, changes } = answer;
  return (
    <Panel title={title} aside={`Matching values ${fieldF1.toFixed(2)}`}>
      <ul className={classes.scores}>
        {EVALUATION_METRICS.map((metric) => (
          <li key={metric.id} title={metric.definition}>
            <ScoreMark score={scores[metric.id]} />
            {metric.title}
          </li>
        ))}
      </ul>
      <section className={classes.part}>
        <h3>Differences from the reviewed IR</h3>
        {scores.parses === false ? (
          <p>The answer is not JSON, so there is nothing to compare.</p>
        ) : changes.length === 0 ? (
          <p>It says the same.</p>
        ) : (
          <ChangesList changes={changes} />
        )}
      </section>
      {missingEdges.length > 0 && (
        <section className={classes.part}>
          <h3>Edge cases that it does not test</h3>
          <p>{missingEdges.join(", ")}</p>
        </section>
      )}
      <section className={classes.part}>
        <h3>{countOf(findings.length, "finding")}</h3>
        {findings.length === 0 ? (
          <p>The checks find nothing.</p>
        ) : (
          <ul className={classes.list}>
            {findings.map((finding) => (
              <li key={`${finding.check}${finding.path}${finding.message}`}>
                <SeverityIcon severity={finding.severity} />
                <span>
                  <FindingMessage message={finding.message} />{" "}
                  <span className={classes.place}>{namePlace(finding.path)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Panel>
  );
}
