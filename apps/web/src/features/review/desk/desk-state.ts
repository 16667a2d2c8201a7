import type {
  ClaimRequest,
  ClaimResponse,
  LeasedSample,
  Lease,
  QueueSummary,
  RecordedReview,
  RecordReview,
  Verdict,
} from "@foundry/core/reviews/review.schema";
import type { FindingName } from "@foundry/core/findings/name-finding";
import type { DismissedFinding } from "./dismissed-finding";
import type { LocalDraft } from "./local-draft";
import type { Work } from "./work";

/** A refusal of the server, in words for the reviewer. */
export interface Problem {
  reason: string;
  detail: string;
  requestId: string | null;
}

/** A sample in the reviewer's hands. */
export interface OpenSample {
  leased: LeasedSample;
  /** The IR as the editor shows it before any change. */
  baseText: string;
  /** What somebody called not a problem, the reviewer's own word at once. */
  dismissals: DismissedFinding[];
  /** Counts the openings, so that the editor knows when to take a new text. */
  opening: number;
}

export interface DeskContent {
  sample: OpenSample;
  work: Work;
}

/** A verdict that stands and can be taken back. */
export interface GivenVerdict {
  reviewId: string;
  sampleId: number;
  verdict: Verdict;
}

/** What the desk last did. */
export type Deed =
  | { what: "given" | "undone"; verdict: GivenVerdict }
  | { what: "dismissed" | "restored"; finding: FindingName }
  | { what: "fixed"; title: string };

/** Why the work on screen is not simply the sample as it came. */
export type Notice = "draft_restored" | "other_version";

export type DeskPhase =
  /** A verdict from before a reload or a crash goes out first. */
  | { kind: "resending"; verdict: RecordReview }
  /** What was on the desk stays in sight until the next sample is there. */
  | { kind: "claiming"; request: ClaimRequest; before: DeskContent | null }
  | { kind: "refused"; request: ClaimRequest; problem: Problem }
  | {
      kind: "reviewing";
      sample: OpenSample;
      work: Work;
      notice: Notice | null;
      problem: Problem | null;
    }
  | { kind: "sending"; sample: OpenSample; work: Work; verdict: RecordReview; hasRenewed: boolean }
  /** The lease ran out: the sample is asked for again before anybody is troubled with it. */
  | { kind: "renewing"; sample: OpenSample; work: Work; verdict: RecordReview | null }
  | { kind: "undoing"; given: GivenVerdict; sample: OpenSample | null; work: Work | null }
  | { kind: "conflict"; sample: OpenSample; work: Work; problem: Problem }
  | { kind: "finished"; problem: Problem | null };

export interface DeskState {
  phase: DeskPhase;
  summary: QueueSummary | null;
  /** Verdicts that `U` takes back, the last one last. */
  given: GivenVerdict[];
  /** After the rest is done, the reviewer's own skipped samples come round until one is skipped again. */
  includesSkipped: boolean;
  openingCount: number;
  /** To be said for a moment; the number tells two alike apart. */
  said: { deed: Deed; number: number } | null;
}

export type DeskEvent =
  | { type: "claimed"; response: ClaimResponse; local: LocalDraft | null }
  | { type: "claim_refused"; problem: Problem }
  | { type: "text_edited"; text: string }
  | { type: "check_toggled"; index: number }
  | { type: "note_written"; note: string }
  | { type: "fix_applied"; title: string }
  | { type: "finding_dismissed"; finding: FindingName }
  | { type: "finding_restored"; finding: FindingName }
  | { type: "dismissal_stored"; sampleId: number; finding: FindingName; id: string | null }
  /** The studio does not do what was wished, so the desk goes back to what is. */
  | {
      type: "dismissal_refused";
      sampleId: number;
      finding: FindingName;
      wish: "dismissed" | "restored";
      problem: Problem;
    }
  | { type: "notice_dismissed" }
  /** Everything unfinished is given up; the sample is as it came. */
  | { type: "started_over" }
  | { type: "lease_extended"; lease: Lease }
  | { type: "lease_lost" }
  | { type: "verdict_chosen"; verdict: RecordReview }
  | { type: "verdict_recorded"; recorded: RecordedReview }
  | { type: "verdict_refused"; problem: Problem }
  | { type: "undo_asked" }
  | { type: "undone"; leased: LeasedSample }
  | { type: "undo_refused"; problem: Problem }
  | { type: "sample_asked"; request: ClaimRequest };
