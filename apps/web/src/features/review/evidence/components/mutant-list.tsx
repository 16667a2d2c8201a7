"use client";

import type { EvidenceReport } from "@foundry/core/evidence/evidence-report";
import { VisibleText } from "../../../../components/text/visible-text";
import { groupSurvivors, type SurvivorGroup } from "../run/group-survivors";
import type { FinishedRun } from "../run/use-evidence-run";
import { writeAssertion } from "../words/write-assertion";
import { CodeText } from "./code-text";
import { CopyAssertion } from "./copy-assertion";
import classes from "./outcome-list.module.css";
import { OutcomeText } from "./outcome-text";
import { Section } from "./section";

/** Small mistakes put into the reference: those that no assertion notices show what is not asserted. */
export function MutantList({ report, run }: { report: EvidenceReport; run: FinishedRun }) {
  const { killed, survived, survivors } = report.mutants;
  const total = killed + survived;
  if (total === 0) return null;
  return (
    <Section title="Mistakes put into the reference" aside={`${killed} of ${total} noticed`}>
      {survived === 0 ? (
        <p className={classes.line}>✓ The assertions notice every one of them.</p>
      ) : (
        <ul className={classes.list}>
          {groupSurvivors(survivors).map((group) => (
            <li key={group.example?.input ?? -1} className={classes.item}>
              <Group group={group} assertion={assertFor(group, report, run)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Group({
  group: { example, changes },
  assertion,
}: {
  group: SurvivorGroup;
  assertion: string | null;
}) {
  return (
    <>
      {example === null ? (
        <p>No assertion notices:</p>
      ) : (
        <p>
          For <CodeText>{example.arguments || "no arguments"}</CodeText> the reference{" "}
          <OutcomeText outcome={example.outcome} />. No assertion would notice:
        </p>
      )}
      <ul className={classes.changes} data-testid="survivors">
        {changes.map((change) => (
          <li key={change}>
            <ChangeText change={change} />
          </li>
        ))}
      </ul>
      {assertion !== null && <CopyAssertion text={assertion} />}
    </>
  );
}

function assertFor(
  { example }: SurvivorGroup,
  { implementations }: EvidenceReport,
  { request }: FinishedRun,
): string | null {
  if (example === null) return null;
  const input = request.inputs[example.input];
  const result = implementations[0]?.results[example.input] ?? null;
  if (input === undefined || result === null) return null;
  return writeAssertion(request.parameters, input.arguments, result);
}

/** Parts between back-ticks are code. */
function ChangeText({ change }: { change: string }) {
  return change
    .split("`")
    .map((part, index) =>
      index % 2 === 1 ? (
        <CodeText key={index}>{part}</CodeText>
      ) : (
        <VisibleText key={index}>{part}</VisibleText>
      ),
    );
}
