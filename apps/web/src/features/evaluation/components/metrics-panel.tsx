import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { Table } from "@mantine/core";
import { Panel } from "../../../components/panel";
import { FieldRow } from "./field-row";
import { IntervalAxis } from "./interval-axis";
import { MetricRow } from "./metric-row";
import { ModelName } from "./model-name";
import classes from "./metrics-panel.module.css";

/** Each metric with both shares, how sure they are, and what can be said of their difference. */
export function MetricsPanel({
  evaluation,
  result,
}: {
  evaluation: Evaluation;
  result: NonNullable<Evaluation["result"]>;
}) {
  const definitions = new Map(evaluation.definitions.map((each) => [each.id, each]));
  return (
    <Panel
      title="Metrics"
      isFlush
      aside={
        <div className={classes.legend}>
          <ModelName model="base" />
          <ModelName model="adapter" />
          <span>
            <i className={classes.target} aria-hidden /> Target
          </span>
          <span>Bars: 95 % intervals (Wilson)</span>
        </div>
      }
    >
      <Table aria-label="Metrics" miw={1000} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={210}>Metric</Table.Th>
            <Table.Th w={270}>Share, with its interval</Table.Th>
            <Table.Th>
              <IntervalAxis />
            </Table.Th>
            <Table.Th w={150} pl="lg">
              Adapter against base
            </Table.Th>
            <Table.Th w={230}>Verdict</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.metrics.map((metric) => (
            <MetricRow
              key={metric.metric}
              evaluationId={evaluation.id}
              metric={metric}
              definition={definitions.get(metric.metric)}
            />
          ))}
          <FieldRow fields={result.fieldF1} />
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
