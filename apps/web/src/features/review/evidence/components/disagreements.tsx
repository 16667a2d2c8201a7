import type {
  EvidenceReport,
  ImplementationEvidence,
} from "@foundry/core/evidence/evidence-report";
import { CodeText } from "./code-text";
import classes from "./outcome-list.module.css";
import { OutcomeText } from "./outcome-text";
import { Section } from "./section";

/** Each other implementation beside the reference: where they part, the prompt leaves a choice. */
export function Disagreements({ report }: { report: EvidenceReport }) {
  const [reference, ...others] = report.implementations;
  const compared = others.filter(({ error }) => error === null);
  if (reference === undefined || reference.error !== null || compared.length === 0) return null;
  const differing = compared.filter(({ disagreements }) => disagreements > 0).length;
  return (
    <Section title="Other implementations" aside={`${differing} of ${compared.length} differ`}>
      <ul className={classes.list}>
        {compared.map((other) => (
          <li key={other.id} className={classes.item}>
            <Comparison number={others.indexOf(other) + 2} other={other} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Comparison({ number, other }: { number: number; other: ImplementationEvidence }) {
  const { disagreements, smallestDisagreement: smallest, calls } = other;
  if (smallest === null) {
    return (
      <p>
        ✓ Implementation {number} agrees with the reference on all {calls} inputs.
      </p>
    );
  }
  return (
    <>
      <p data-tone="warning" data-testid="disagreement">
        ✗ Implementation {number} differs on {disagreements} of {calls} inputs, first for{" "}
        <CodeText>{smallest.arguments || "no arguments"}</CodeText>
      </p>
      <p>
        The reference <OutcomeText outcome={smallest.referenceOutcome} />.
      </p>
      <p>
        Implementation {number} <OutcomeText outcome={smallest.outcome} />.
      </p>
    </>
  );
}
