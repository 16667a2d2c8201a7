"use client";

import type { Verdict } from "@foundry/core/reviews/review.schema";
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBulb,
  IconCheck,
  IconEyeOff,
  IconHistory,
  IconPencil,
  IconPlayerTrackNext,
  IconRefresh,
  IconX,
} from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { Shortcut } from "../../../components/shortcut";
import type { DeskState, GivenVerdict, Problem } from "../desk/desk-state";
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
  isRestored,
  onStartOver,
  ...undos
}: UndoHands & {
  isRetrying: boolean;
  problem: Pick<Problem, "detail"> | null;
  said: DeskState["said"];
  /** The work on the desk goes on from a draft. */
  isRestored: boolean;
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
          <Toast key={said.number} deed={said.deed} {...undos} />
        )}
      </div>
    </div>
  );
}

interface UndoHands {
  canUndo: boolean;
  onUndo: () => void;
  onUndoEdit: () => void;
  onUndoDismissal: () => void;
}

function Toast({ deed, ...undos }: UndoHands & { deed: NonNullable<DeskState["said"]>["deed"] }) {
  const [isShown, setIsShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(false), TOAST_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  switch (deed.what) {
    case "given":
      return <Given {...deed.verdict} {...undos} />;
    case "undone":
      return (
        <Line icon={<IconArrowBackUp size={16} />} tone="skipped">
          {`Sample ${deed.verdict.sampleId} is back on the desk`}
        </Line>
      );
    case "fixed":
      return (
        <Line icon={<IconBulb size={16} />} tone="skipped">
          {`Done: ${deed.title}`}
          <UndoButton keys={["mod", "Z"]} onClick={undos.onUndoEdit} />
        </Line>
      );
    case "dismissed":
      return (
        <Line icon={<IconEyeOff size={16} />} tone="skipped">
          Called not a problem
          <UndoButton keys={["⇧", "X"]} onClick={undos.onUndoDismissal} />
        </Line>
      );
    case "restored":
      return (
        <Line icon={<IconArrowBackUp size={16} />} tone="skipped">
          The finding is listed again
        </Line>
      );
    default:
      return deed satisfies never;
  }
}

function Given({ verdict, sampleId, canUndo, onUndo }: GivenVerdict & UndoHands) {
  const { text, icon: Icon, tone } = SAID[verdict];
  return (
    <Line icon={<Icon size={16} />} tone={tone}>
      {`Sample ${sampleId} ${text}`}
      {canUndo && <UndoButton keys={["U"]} onClick={onUndo} />}
    </Line>
  );
}

function UndoButton({ keys, onClick }: { keys: string[]; onClick: () => void }) {
  return (
    <DeskButton tone="quiet" onClick={onClick}>
      Undo
      <span aria-hidden>
        <Shortcut keys={keys} />
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
