"use client";

import type { LedgerStatus } from "@foundry/core/checks/ledger/ledger-entry";
import { IconAlertTriangle, IconCheck, IconEqualNot, IconX } from "@tabler/icons-react";
import { memo, useState } from "react";
import { formatCount } from "../../../components/format/format-count";
import { VisibleText } from "../../../components/text/visible-text";
import type { LedgerItem } from "../../../components/checks/reading";
import { describeLiteral, LITERAL_STATES, nameLiteral } from "../desk/describe-literal";
import { namePlace } from "../../../components/findings/name-place";
import { DeskButton } from "./desk-button";
import classes from "./literal-list.module.css";

/** Drawn at once. */
const PAGE = 50;
const ORDER: LedgerStatus[] = ["missing", "altered", "unmarked", "found"];
const ICONS = {
  missing: IconX,
  altered: IconEqualNot,
  unmarked: IconAlertTriangle,
  found: IconCheck,
};

/** Each literal of the prompt with its places in the IR, what is missing first. */
export const LiteralList = memo(function LiteralList({
  ledger,
  pointed,
  onPoint,
  onGoTo,
}: {
  ledger: readonly LedgerItem[];
  pointed: number | null;
  onPoint: (literal: number | null) => void;
  onGoTo: (literal: number, place: number) => void;
}) {
  const [limit, setLimit] = useState(PAGE);
  const rows = ledger
    .map((item, literal) => ({ item, literal }))
    .filter(({ item }) => item.role !== "mention")
    .toSorted((left, right) => ORDER.indexOf(left.item.status) - ORDER.indexOf(right.item.status));
  const hidden = rows.length - limit;
  if (rows.length === 0) return null;
  return (
    <section className={classes.literals} aria-label="Literals">
      <h3 className={classes.heading}>
        Literals <span>{rows.length}</span>
      </h3>
      <ul className={classes.list}>
        {rows.slice(0, limit).map(({ item, literal }) => (
          <LiteralRow
            key={literal}
            item={item}
            literal={literal}
            isPointed={literal === pointed}
            onPoint={onPoint}
            onGoTo={onGoTo}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <DeskButton tone="quiet" onClick={() => setLimit(limit + PAGE)}>
          {`${formatCount(hidden)} more`}
        </DeskButton>
      )}
    </section>
  );
});

const LiteralRow = memo(function LiteralRow({
  item,
  literal,
  isPointed,
  ...on
}: {
  item: LedgerItem;
  /** Its index in the ledger. */
  literal: number;
  isPointed: boolean;
  onPoint: (literal: number | null) => void;
  onGoTo: (literal: number, place: number) => void;
}) {
  const onPoint = (isOn: boolean) => on.onPoint(isOn ? literal : null);
  const { status } = item;
  const Icon = ICONS[status];
  return (
    <li
      className={classes.row}
      data-status={status}
      data-pointed={isPointed || undefined}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <Icon size={14} className={classes.icon ?? ""} aria-hidden />
      <span className={classes.words} title={describeLiteral(item)}>
        <code className={classes.value}>
          <VisibleText>{nameLiteral(item)}</VisibleText>
        </code>
        {status !== "found" && <span className={classes.state}>{LITERAL_STATES[status]}</span>}
      </span>
      <span className={classes.places}>
        {nameEach(item).map(({ name, isExact }, index) => (
          <button
            key={index}
            type="button"
            className={classes.place}
            data-inexact={!isExact || undefined}
            onFocus={() => onPoint(true)}
            onBlur={() => onPoint(false)}
            onClick={() => on.onGoTo(literal, index)}
          >
            {name}
          </button>
        ))}
      </span>
    </li>
  );
});

/** Two places in one statement are told apart by number. */
function nameEach({ places }: LedgerItem): { name: string; isExact: boolean }[] {
  const seen = new Map<string, number>();
  return places.map(({ path, isExact }) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return { name: count === 1 ? namePlace(path) : `${namePlace(path)} (${count})`, isExact };
  });
}
