"use client";

import type { LeasedSample } from "@foundry/core/reviews/review.schema";
import { memo } from "react";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import type { LedgerItem } from "../../../components/checks/reading";
import { LiteralList } from "./literal-list";
import classes from "./prompt-view.module.css";
import { PromptText } from "./prompt-text";

/** What the function is to do, in the words that the model was given, with its literals. */
export const PromptView = memo(function PromptView({
  prompt,
  ledger,
  pointed,
  onPoint,
  onVisit,
  onGoTo,
}: {
  prompt: LeasedSample["prompt"];
  ledger: readonly LedgerItem[];
  /** Index of the literal that is pointed at, here or in the IR. */
  pointed: number | null;
  onPoint: (literal: number | null) => void;
  onVisit: (literal: number) => void;
  onGoTo: (literal: number, place: number) => void;
}) {
  const facts = [prompt.category, prompt.complexity]
    .filter((name) => name !== null)
    .map(formatName);
  if (prompt.source !== null) facts.push(`Source: ${prompt.source}`);
  return (
    <>
      <PromptText
        prompt={prompt.text}
        ledger={ledger}
        pointed={pointed}
        onPoint={onPoint}
        onVisit={onVisit}
      />
      {facts.length > 0 && (
        <p className={classes.facts}>
          <VisibleText>{facts.join(" · ")}</VisibleText>
        </p>
      )}
      <LiteralList ledger={ledger} pointed={pointed} onPoint={onPoint} onGoTo={onGoTo} />
    </>
  );
});
