"use client";

import { ERROR_TYPES, type ErrorType } from "@foundry/core/checks/error-types";
import {
  type QueueSummary,
  SKIP_REASONS,
  type SkipReason,
} from "@foundry/core/reviews/review.schema";
import {
  IconCheck,
  IconDeviceFloppy,
  IconPencil,
  IconPlayerTrackNext,
  IconX,
} from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import type { MainVerdict } from "../desk/decide-main-verdict";
import { LeaseClock } from "./lease-clock";
import { QueueProgress } from "./queue-progress";
import type { Reason } from "./reason-picker";
import { ReasonPopover } from "./reason-popover";
import classes from "./verdict-bar.module.css";
import { VerdictButton } from "./verdict-button";

function listReasons<Id extends string>(labels: Record<Id, string>): Reason<Id>[] {
  return (Object.keys(labels) as Id[]).map((id) => ({ id, label: labels[id] }));
}

const REJECT_REASONS = listReasons<ErrorType>(ERROR_TYPES);
const SKIP_CHOICES = listReasons<SkipReason>(SKIP_REASONS);

export interface VerdictBarProps {
  sampleId: number;
  summary: QueueSummary | null;
  leaseExpiresAt: string | null;
  message: ReactNode;
  main: MainVerdict;
  note: string;
  isBusy: boolean;
  /** The sample is not ours to decide. */
  isBlocked: boolean;
  flashed: string | null;
  asks: "reject" | "skip" | null;
  /** Error types of the findings: what a rejection is likely for. */
  foundReasons: readonly ErrorType[];
  onAsk: (asks: "reject" | "skip" | null) => void;
  onNote: (note: string) => void;
  onMain: () => void;
  onEdit: () => void;
  onReject: (reasons: ErrorType[]) => void;
  onSkip: (reasons: SkipReason[]) => void;
}

/** The foot of the desk: how far, how long, and the four ways to go on. */
export function VerdictBar(props: VerdictBarProps) {
  const { sampleId, asks, flashed, isBusy, isBlocked, note, onAsk, onNote } = props;
  return (
    <footer className={classes.bar} aria-label="Verdict">
      <QueueProgress summary={props.summary} />
      <LeaseClock leaseExpiresAt={props.leaseExpiresAt} />
      {props.message}
      <div className={classes.buttons}>
        <AskButtons
          {...{ sampleId, asks, flashed, isBusy, isBlocked, note, onAsk, onNote }}
          foundReasons={props.foundReasons}
          onReject={props.onReject}
          onSkip={props.onSkip}
        />
        <VerdictButton
          label="Edit"
          keys="E"
          tone="plain"
          icon={<IconPencil size={16} aria-hidden />}
          isFlashing={flashed === "edit"}
          {...{ isBusy, isBlocked }}
          onClick={props.onEdit}
        />
        <MainButton
          main={props.main}
          isFlashing={flashed === "main"}
          {...{ isBusy, isBlocked }}
          onClick={props.onMain}
        />
      </div>
    </footer>
  );
}

/** Not drawn again while the IR is typed in. */
const AskButtons = memo(function AskButtons(
  props: Pick<
    VerdictBarProps,
    | "sampleId"
    | "asks"
    | "flashed"
    | "isBusy"
    | "isBlocked"
    | "note"
    | "foundReasons"
    | "onAsk"
    | "onNote"
    | "onReject"
    | "onSkip"
  >,
) {
  const { sampleId, asks, flashed, isBusy, isBlocked, note, onAsk, onNote } = props;
  const ask = (verdict: "reject" | "skip") => onAsk(asks === verdict ? null : verdict);
  const close = () => onAsk(null);
  return (
    <>
      <ReasonPopover
        isOpen={asks === "skip"}
        title={`Skip sample ${sampleId}`}
        reasons={SKIP_CHOICES}
        submitLabel="Skip"
        tone="skipped"
        {...{ note, onNote }}
        onSubmit={props.onSkip}
        onCancel={close}
      >
        <VerdictButton
          label="Skip"
          keys="S"
          tone="plain"
          icon={<IconPlayerTrackNext size={16} aria-hidden />}
          isFlashing={flashed === "skip"}
          {...{ isBusy, isBlocked }}
          isExpanded={asks === "skip"}
          onClick={() => ask("skip")}
        />
      </ReasonPopover>
      <ReasonPopover
        isOpen={asks === "reject"}
        title={`Reject sample ${sampleId}`}
        reasons={REJECT_REASONS}
        found={props.foundReasons}
        submitLabel="Reject"
        tone="rejected"
        {...{ note, onNote }}
        onSubmit={props.onReject}
        onCancel={close}
      >
        <VerdictButton
          label="Reject"
          keys="R"
          tone="reject"
          icon={<IconX size={16} aria-hidden />}
          isFlashing={flashed === "reject"}
          {...{ isBusy, isBlocked }}
          isExpanded={asks === "reject"}
          onClick={() => ask("reject")}
        />
      </ReasonPopover>
    </>
  );
});

function MainButton({
  main,
  ...rest
}: {
  main: MainVerdict;
  isFlashing: boolean;
  isBusy: boolean;
  isBlocked: boolean;
  onClick: () => void;
}) {
  const isCorrection = main.verdict === "correct";
  const Icon = isCorrection ? IconDeviceFloppy : IconCheck;
  return (
    <VerdictButton
      label={isCorrection ? "Save correction" : "Accept"}
      keys="A"
      tone={isCorrection ? "correct" : "accept"}
      icon={<Icon size={16} aria-hidden />}
      obstacle={main.obstacle}
      {...rest}
    />
  );
}
