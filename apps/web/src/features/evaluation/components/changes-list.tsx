"use client";

import type { EvaluationItem } from "@foundry/core/evaluations/evaluation.schema";
import { Button } from "@mantine/core";
import { IconMinus, IconPencil, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { namePlace } from "../../../components/findings/name-place";
import { VisibleText } from "../../../components/text/visible-text";
import { writeValue } from "../write-value";
import classes from "./item-screen.module.css";

type Change = EvaluationItem["base"]["changes"][number];

const KINDS = {
  changed: { icon: IconPencil, word: "differs" },
  missing: { icon: IconMinus, word: "is missing" },
  added: { icon: IconPlus, word: "is there in addition" },
};
const FIRST = 12;

/** Value by value what an answer says otherwise than the reviewed IR. */
export function ChangesList({ changes }: { changes: readonly Change[] }) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, FIRST);
  return (
    <>
      <ul className={classes.list}>
        {shown.map((change) => (
          <ChangeLine key={`${change.kind}${change.path}`} change={change} />
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button variant="default" size="xs" mt={8} onClick={() => setIsWhole(true)}>
          {`Show all ${changes.length}`}
        </Button>
      )}
    </>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const { icon: Icon, word } = KINDS[change.kind];
  return (
    <li>
      <Icon size={16} stroke={2} data-kind={change.kind} aria-hidden />
      <div>
        {`${change.path === "" ? "The whole answer" : namePlace(change.path)} ${word} `}
        <code className={classes.place}>{change.path}</code>
        <dl className={classes.values}>
          {change.kind !== "added" && <Value term="Expected" value={change.expected} />}
          {change.kind !== "missing" && <Value term="Answered" value={change.predicted} />}
        </dl>
      </div>
    </li>
  );
}

function Value({ term, value }: { term: string; value: unknown }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <VisibleText>{writeValue(value)}</VisibleText>
      </dd>
    </>
  );
}
