"use client";

import type { ReactNode } from "react";
import { Panel } from "../../../components/panel";
import { findPlace, type LineField, nextKey } from "../template-form";
import { AddButton } from "./add-button";
import { LineRow } from "./line-row";
import classes from "./template-fields.module.css";

/** A list of rules or of examples, each with what is wrong with it. */
export function LinesPanel({
  title,
  path,
  noun,
  max,
  placeholder,
  isProse = false,
  lines,
  sayAt,
  onChange,
  children,
}: {
  title: string;
  /** Where the lines stand in what is sent. */
  path: string;
  noun: string;
  max: number;
  placeholder: string;
  /** Sentences and not code. */
  isProse?: boolean;
  lines: readonly LineField[];
  sayAt: (path: string, value: string) => ReactNode;
  onChange: (lines: LineField[]) => void;
  /** What stands here while there are none. */
  children: ReactNode;
}) {
  return (
    <Panel
      title={title}
      aside={
        <AddButton
          isFull={lines.length >= max}
          onClick={() => onChange([...lines, { key: nextKey(lines), text: "" }])}
        >
          {`Add ${noun === "example" ? "an" : "a"} ${noun}`}
        </AddButton>
      }
    >
      {lines.length === 0 && <p className={classes.none}>{children}</p>}
      <div className={classes.stack}>
        {lines.map((line, index) => (
          <LineRow
            key={line.key}
            label={`${title.slice(0, -1)} ${index + 1}`}
            placeholder={placeholder}
            isProse={isProse}
            value={line.text}
            error={sayAt(`${path}/${findPlace(lines, line.key)}`, line.text)}
            onChange={(text) =>
              onChange(lines.map((other) => (other.key === line.key ? { ...other, text } : other)))
            }
            onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
      </div>
    </Panel>
  );
}
