"use client";

import type { Verdict } from "@foundry/core/reviews/review.schema";
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconHistory,
  IconPencil,
  IconPlayerTrackNext,
  IconRefresh,
  IconX,
} from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { Shortcut } from "../../../components/shortcut";
import type { DeskState, Problem } from "../desk/desk-state";
import { DeskButton } from "./desk-button";
import classes from "./desk-message.module.css";

const TOAST_MS = 10_000;

const SAID: Record<Verdict, { text: string; icon: typeof IconCheck; tone: string }> = {
  accept: { text: "accepted", icon: IconCheck, tone: "accepted" },
  correct: { text: "corrected", icon: IconPencil, tone: "corrected" },
  reject: { text: "rejected", icon: IconX, tone: "rejected" },
  skip: { text: "skipped", icon: IconPlayerTrackNext, tone: "skipped" },
};

/** The one place where the desk speaks: beside the buttons, where it covers and moves nothing. */
export function DeskMessage({
  isRetrying,
  problem,
  said,
  canUndo,
  isRestored,
  onUndo,
  onStartOver,
}: {
  isRetrying: boolean;
  problem: Pick<Problem, "detail"> | null;
  said: DeskState["said"];
  canUndo: boolean;
  /** The work on the desk goes on from a draft. */
  isRestored: boolean;
  onUndo: () => void;
  onStartOver: () => void;
}) {
  return (
    <div className={classes.slot}>
      <div role="alert" className={classes.alert}>
        {problem !== null && !isRetrying && (
          <Line icon={<IconAlertTriangle size={16} />} tone="warning">
            {problem.detail}
          </Line>
        )}
      </div>
      <div role="status" className={classes.status}>
        {isRetrying && (
          <Line icon={<IconRefresh size={16} />} tone="warning">
            Not sent yet – retrying. Nothing is lost.
          </Line>
        )}
        {!isRetrying && problem === null && isRestored && (
          <Line icon={<IconHistory size={16} />} tone="skipped">
            Your draft was restored
            <DeskButton tone="quiet" onClick={onStartOver}>
              Start over
            </DeskButton>
          </Line>
        )}
        {!isRetrying && problem === null && said !== null && (
          <Toast key={said.number} {...said} canUndo={canUndo} onUndo={onUndo} />
        )}
      </div>
    </div>
  );
}

function Toast({
  what,
  verdict: { verdict, sampleId },
  canUndo,
  onUndo,
}: NonNullable<DeskState["said"]> & { canUndo: boolean; onUndo: () => void }) {
  const [isShown, setIsShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(false), TOAST_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  if (what === "undone") {
    return (
      <Line icon={<IconArrowBackUp size={16} />} tone="skipped">
        {`Sample ${sampleId} is back on the desk`}
      </Line>
    );
  }
  const { text, icon: Icon, tone } = SAID[verdict];
  return (
    <Line icon={<Icon size={16} />} tone={tone}>
      {`Sample ${sampleId} ${text}`}
      {canUndo && <UndoButton onClick={onUndo} />}
    </Line>
  );
}

function UndoButton({ onClick }: { onClick: () => void }) {
  return (
    <DeskButton tone="quiet" aria-keyshortcuts="U" onClick={onClick}>
      Undo
      <span aria-hidden>
        <Shortcut keys={["U"]} />
      </span>
    </DeskButton>
  );
}

function Line({ icon, tone, children }: { icon: ReactNode; tone: string; children: ReactNode }) {
  return (
    <span className={classes.line} data-tone={tone}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <span className={classes.text}>{children}</span>
    </span>
  );
}
