"use client";

import { type KeyboardEvent, memo, type SyntheticEvent, useId, useState } from "react";
import { VisibleText } from "../../../components/text/visible-text";
import type { LedgerItem } from "../../../components/checks/reading";
import { describeLiteral } from "../desk/describe-literal";
import { splitPrompt } from "../desk/split-prompt";
import classes from "./prompt-text.module.css";

interface Tip {
  literal: number;
  left: number;
  top: number;
}

const TIP_WIDTH = 280;
const TIP_GAP = 6;

/** The prompt with its literals marked as they stand in the IR; pointing at one shows its places. */
export const PromptText = memo(function PromptText({
  prompt,
  ledger,
  pointed,
  onPoint,
  onVisit,
}: {
  prompt: string;
  ledger: readonly LedgerItem[];
  pointed: number | null;
  onPoint: (literal: number | null) => void;
  onVisit: (literal: number) => void;
}) {
  const baseId = useId();
  const [tip, setTip] = useState<Tip | null>(null);
  const enter = (literal: number, { currentTarget }: SyntheticEvent<HTMLElement>) => {
    const box = currentTarget.getClientRects()[0] ?? currentTarget.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, window.innerWidth - TIP_WIDTH - 8));
    setTip({ literal, left, top: box.bottom + TIP_GAP });
    onPoint(literal);
  };
  const leave = () => {
    setTip(null);
    onPoint(null);
  };
  const tipped = tip === null ? undefined : ledger[tip.literal];
  return (
    <>
      <p className={classes.text} dir="auto" data-testid="prompt-text">
        {splitPrompt(prompt, ledger).map(({ text, literal }, index) => {
          const item = literal === null ? undefined : ledger[literal];
          if (literal === null || item === undefined) {
            return <VisibleText key={index}>{text}</VisibleText>;
          }
          return (
            <span
              key={index}
              role="button"
              tabIndex={0}
              className={classes.literal}
              data-status={item.status}
              data-pointed={literal === pointed || undefined}
              aria-describedby={`${baseId}-${literal}`}
              onMouseEnter={(event) => enter(literal, event)}
              onMouseLeave={leave}
              onFocus={(event) => enter(literal, event)}
              onBlur={leave}
              onClick={() => onVisit(literal)}
              onKeyDown={(event) => visitByKey(event, () => onVisit(literal))}
            >
              <VisibleText>{text}</VisibleText>
            </span>
          );
        })}
      </p>
      {ledger.map((item, literal) => (
        <span key={literal} id={`${baseId}-${literal}`} hidden>
          {describeLiteral(item)}
        </span>
      ))}
      {tip !== null && tipped !== undefined && (
        <span className={classes.tip} style={{ left: tip.left, top: tip.top }} role="tooltip">
          {describeLiteral(tipped)}
        </span>
      )}
    </>
  );
});

function visitByKey(event: KeyboardEvent, visit: () => void): void {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  visit();
}
