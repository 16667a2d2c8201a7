import type { ImplementationEvidence } from "@foundry/core/evidence/evidence-report";
import { CodeText } from "./code-text";
import classes from "./outcome-list.module.css";
import { OutcomeText } from "./outcome-text";
import { Section } from "./section";

const SHOWN = 5;

/** The prompt's own test cases against the reference: one that fails questions either of them. */
export function BenchmarkCases({ reference }: { reference: ImplementationEvidence }) {
  const { passed, failed, failures } = reference.benchmark;
  if (passed + failed === 0) return null;
  return (
    <Section title="Benchmark cases" aside={`${passed} of ${passed + failed} pass`}>
      {failed === 0 ? (
        <p className={classes.line}>✓ The reference passes every case of the prompt.</p>
      ) : (
        <ul className={classes.list}>
          {failures.slice(0, SHOWN).map(({ input, arguments: values, expected, outcome }) => (
            <li key={input} className={classes.item}>
              <p data-tone="rejected">
                ✗ for <CodeText>{values}</CodeText> it <OutcomeText outcome={outcome} />
              </p>
              <p>
                expected: <CodeText>{expected}</CodeText>
              </p>
            </li>
          ))}
        </ul>
      )}
      {failed > SHOWN && <p className={classes.line}>and {failed - SHOWN} more</p>}
    </Section>
  );
}
