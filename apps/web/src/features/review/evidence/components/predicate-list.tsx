"use client";

import type { PredicateEvidence } from "@foundry/core/evidence/evidence-report";
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
} from "@tabler/icons-react";
import { isNotPython } from "../run/is-not-python";
import { CodeText } from "./code-text";
import classes from "./predicate-list.module.css";
import { OutcomeText } from "./outcome-text";
import { Section } from "./section";

type Standing = "fails" | "raised" | "unknown" | "holds";

const ICONS: Record<Standing, Icon> = {
  fails: IconCircleX,
  raised: IconAlertTriangle,
  unknown: IconHelpCircle,
  holds: IconCircleCheck,
};
const ORDER: Standing[] = ["fails", "raised", "unknown", "holds"];

/** Assertions as the run judged them, failing ones first; a click leads to the one in the editor. */
export function PredicateList({
  predicates,
  onShowPath,
}: {
  predicates: readonly PredicateEvidence[];
  onShowPath: (pointer: string) => void;
}) {
  const sorted = predicates.toSorted(
    (a, b) => ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b)) || a.index - b.index,
  );
  return (
    <Section title="Assertions" aside={countStandings(sorted)}>
      {predicates.length === 0 ? (
        <p className={classes.none}>The IR has no assertions to run.</p>
      ) : (
        <ul className={classes.list}>
          {sorted.map((predicate) => (
            <li key={predicate.index}>
              <Entry
                predicate={predicate}
                onClick={() => onShowPath(`/assertions/${predicate.index}/predicate`)}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Entry({ predicate, onClick }: { predicate: PredicateEvidence; onClick: () => void }) {
  const standing = standingOf(predicate);
  const StandingIcon = ICONS[standing];
  return (
    <button type="button" className={classes.entry} data-standing={standing} onClick={onClick}>
      <StandingIcon size={16} className={classes.icon ?? ""} aria-hidden />
      <span className={classes.words}>
        <span className={classes.predicate}>
          <span className={classes.number}>{predicate.index + 1}</span>
          <CodeText>{predicate.predicate}</CodeText>
        </span>
        <Why predicate={predicate} />
        {!isNotPython(predicate) && (
          <span className={classes.counts}>{countInputs(predicate)}</span>
        )}
      </span>
    </button>
  );
}

function Why({ predicate }: { predicate: PredicateEvidence }) {
  const { counterExample, raises } = predicate;
  if (counterExample !== null) {
    return (
      <span className={classes.why} data-testid="counter-example">
        fails for <CodeText>{counterExample.arguments || "no arguments"}</CodeText>, where the
        reference <OutcomeText outcome={counterExample.outcome} />
      </span>
    );
  }
  if (raises === null) return null;
  if (isNotPython(predicate)) {
    return <span className={classes.why}>It is no Python expression, so it was not run.</span>;
  }
  return (
    <span className={classes.why}>
      breaks for <CodeText>{raises.arguments || "no arguments"}</CodeText>:{" "}
      <CodeText>{raises.error}</CodeText>
    </span>
  );
}

function standingOf(predicate: PredicateEvidence): Standing {
  const { fails, raised, holds } = predicate;
  if (isNotPython(predicate)) return "unknown";
  if (fails > 0) return "fails";
  if (raised > 0) return "raised";
  return holds > 0 ? "holds" : "unknown";
}

function countStandings(predicates: PredicateEvidence[]): string {
  const count = (standing: Standing) =>
    predicates.filter((predicate) => standingOf(predicate) === standing).length;
  const words: [number, string][] = [
    [count("fails"), "fail"],
    [count("raised"), "break"],
    [count("unknown"), "not run"],
    [count("holds"), "hold"],
  ];
  return words
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(" · ");
}

function countInputs({ holds, fails, raised, cells }: PredicateEvidence): string {
  const judged = holds + fails + raised;
  if (judged === 0) return "no call gave a result";
  const isWhole = judged === cells.length;
  const parts: [number, string][] = [
    [fails, "fails on"],
    [raised, "breaks on"],
    [holds, "holds on"],
  ];
  const told = parts.filter(([count]) => count > 0);
  if (told.length === 1 && isWhole) return `${told[0]?.[1]} all ${judged} inputs`;
  const counts = told.map(([count, words]) => `${words} ${count}`).join(", ");
  return isWhole
    ? `${counts} of ${judged} inputs`
    : `${counts} of the ${judged} that gave a result`;
}
