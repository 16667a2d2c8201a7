import type {
  ClaimRequest,
  ClaimResponse,
  LeasedSample,
  RecordedReview,
  RecordReview,
} from "@foundry/core/reviews/review.schema";
import type { DeskContent, DeskEvent, DeskPhase, DeskState, Problem } from "./desk-state";
import type { LocalDraft } from "./local-draft";
import { openSample } from "./open-sample";
import { putOnDesk } from "./put-on-desk";
import { readContent } from "./read-content";
import { reduceDismissals } from "./reduce-dismissals";
import { reduceUndo } from "./reduce-undo";
import { say } from "./say";
import { startWork, type Work } from "./work";

const UNDO_DEPTH = 20;

/** The desk's whole behaviour. Events that do not fit the phase come too late and change nothing. */
export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case "claimed":
      return takeAnswer(state, event.response, event.local);
    case "claim_refused":
      return refuseClaim(state, event.problem);
    case "text_edited":
      return changeWork(state, (work) => ({ ...work, text: event.text }));
    case "check_toggled":
      return changeWork(state, (work) => ({
        ...work,
        checklist: toggle(work.checklist, event.index),
      }));
    case "note_written":
      return changeWork(state, (work) => ({ ...work, note: event.note }));
    case "fix_applied":
      return say(state, { what: "fixed", title: event.title });
    case "finding_dismissed":
    case "finding_restored":
    case "dismissal_stored":
    case "dismissal_refused":
      return reduceDismissals(state, event);
    case "notice_dismissed":
      return state.phase.kind === "reviewing"
        ? { ...state, phase: { ...state.phase, notice: null, problem: null } }
        : state;
    case "started_over":
      return state.phase.kind === "reviewing" ? startOver(state, state.phase) : state;
    case "lease_extended":
      return extendLease(state, event.lease.leaseToken, event.lease.leaseExpiresAt);
    case "lease_lost":
      return state.phase.kind === "reviewing" ? renew(state, state.phase, null) : state;
    case "verdict_chosen":
      return state.phase.kind === "reviewing"
        ? send(state, state.phase, event.verdict, false)
        : state;
    case "verdict_recorded":
      return goOn(state, event.recorded);
    case "verdict_refused":
      return refuseVerdict(state, event.problem);
    case "undo_asked":
    case "undone":
    case "undo_refused":
      return reduceUndo(state, event);
    case "sample_asked":
      return askFor(state, event.request);
    default:
      return event satisfies never;
  }
}

function withPhase(state: DeskState, phase: DeskPhase): DeskState {
  return { ...state, phase };
}

/** While something is on its way, a second thing must not start. */
function isBusy({ kind }: DeskPhase): boolean {
  return kind === "resending" || kind === "sending" || kind === "renewing" || kind === "undoing";
}

function askFor(state: DeskState, request: ClaimRequest): DeskState {
  if (isBusy(state.phase) || state.phase.kind === "claiming") return state;
  return claim({ ...state, includesSkipped: request.includeSkipped }, request);
}

function claim(state: DeskState, request: ClaimRequest): DeskState {
  return withPhase(state, { kind: "claiming", request, before: readContent(state.phase) });
}

function send(
  state: DeskState,
  { sample, work }: DeskContent,
  verdict: RecordReview,
  hasRenewed: boolean,
): DeskState {
  return withPhase(state, { kind: "sending", sample, work, verdict, hasRenewed });
}

function renew(
  state: DeskState,
  { sample, work }: DeskContent,
  verdict: RecordReview | null,
): DeskState {
  return withPhase(state, { kind: "renewing", sample, work, verdict });
}

function review(
  state: DeskState,
  { sample, work }: DeskContent,
  problem: Problem | null,
): DeskState {
  return withPhase(state, { kind: "reviewing", sample, work, notice: null, problem });
}

function takeAnswer(
  state: DeskState,
  { sample, summary }: ClaimResponse,
  local: LocalDraft | null,
): DeskState {
  const { phase } = state;
  const told = { ...state, summary };
  if (phase.kind === "renewing" && sample !== null) return resume(told, phase, sample);
  if (phase.kind !== "claiming") return told;
  if (sample === null) {
    return { ...told, includesSkipped: false, phase: { kind: "finished", problem: null } };
  }
  return putOnDesk(told, openSample(sample, local, state.openingCount + 1));
}

/** The sample is ours again: the work goes on, and a verdict that was refused goes out once more. */
function resume(
  state: DeskState,
  { sample, work, verdict }: DeskContent & { verdict: RecordReview | null },
  leased: LeasedSample,
): DeskState {
  if (leased.ir.id !== sample.leased.ir.id) {
    const newer = openSample(leased, null, state.openingCount + 1).sample;
    const kept = work.text === sample.baseText ? { ...work, text: newer.baseText } : work;
    return putOnDesk(state, { sample: newer, work: kept, notice: "other_version" });
  }
  const held = { ...sample, leased: { ...leased, draft: sample.leased.draft } };
  if (verdict === null) return review(state, { sample: held, work }, null);
  return send(state, { sample: held, work }, { ...verdict, leaseToken: leased.leaseToken }, true);
}

function refuseClaim(state: DeskState, problem: Problem): DeskState {
  const { phase } = state;
  if (phase.kind === "claiming") {
    return withPhase(state, { kind: "refused", request: phase.request, problem });
  }
  if (phase.kind === "renewing") {
    return withPhase(state, { kind: "conflict", sample: phase.sample, work: phase.work, problem });
  }
  return state;
}

function changeWork(state: DeskState, change: (work: Work) => Work): DeskState {
  const { phase } = state;
  if (phase.kind === "reviewing") {
    const notice = phase.notice === "draft_restored" ? null : phase.notice;
    return withPhase(state, { ...phase, work: change(phase.work), notice, problem: null });
  }
  // Typing goes on while a lease is renewed; with a verdict under way the text is decided.
  if (phase.kind === "renewing" && phase.verdict === null) {
    return withPhase(state, { ...phase, work: change(phase.work) });
  }
  return state;
}

function startOver(state: DeskState, { sample }: DeskContent): DeskState {
  return review(state, { sample, work: startWork(sample.baseText) }, null);
}

function toggle(checklist: readonly boolean[], index: number): boolean[] {
  return checklist.map((isChecked, at) => (at === index ? !isChecked : isChecked));
}

function extendLease(state: DeskState, leaseToken: number, leaseExpiresAt: string): DeskState {
  const { phase } = state;
  if (phase.kind !== "reviewing" || phase.sample.leased.leaseToken !== leaseToken) return state;
  const sample = { ...phase.sample, leased: { ...phase.sample.leased, leaseExpiresAt } };
  return withPhase(state, { ...phase, sample });
}

function goOn(state: DeskState, { reviewId, sampleId, verdict }: RecordedReview): DeskState {
  const { kind } = state.phase;
  if (kind !== "sending" && kind !== "resending") return state;
  const last = { reviewId, sampleId, verdict };
  const given = [...state.given, last].slice(-UNDO_DEPTH);
  const includesSkipped = state.includesSkipped && verdict !== "skip";
  return claim(
    { ...say(state, { what: "given", verdict: last }), given, includesSkipped },
    { includeSkipped: includesSkipped },
  );
}

const FINAL_CONFLICTS = new Set(["already_decided", "stale_ir", "lease_lost"]);

function refuseVerdict(state: DeskState, problem: Problem): DeskState {
  const { phase } = state;
  if (phase.kind === "resending") {
    // The sample it was about is shown again, or why it cannot be, so that no verdict vanishes unsaid.
    return claim(state, { includeSkipped: true, sampleId: phase.verdict.sampleId });
  }
  if (phase.kind !== "sending") return state;
  if (problem.reason === "lease_lost" && !phase.hasRenewed)
    return renew(state, phase, phase.verdict);
  if (FINAL_CONFLICTS.has(problem.reason)) {
    return withPhase(state, { kind: "conflict", sample: phase.sample, work: phase.work, problem });
  }
  return review(state, phase, problem);
}
