import type { RecordedReview, RecordReview, Verdict } from "../review.schema.ts";
import { stateAfter } from "../../samples/state-after.ts";
import type { SampleState } from "../../samples/sample-state.ts";

export interface ModelSample {
  state: SampleState;
  round: number;
  token: number;
  owner: number | undefined;
  isLive: boolean;
}

interface ModelReview {
  sample: number;
  reviewer: number;
  verdict: Verdict;
  round: number;
  token: number;
  isUndone: boolean;
  request: RecordReview;
  answer: RecordedReview;
}

/**
 * The review rules in memory, without SQL, time or concurrency: what the database must agree with
 * after every step. Samples and reviewers are numbered from 0, samples in the order of their ids.
 */
export class ReviewModel {
  readonly samples: ModelSample[];
  readonly reviews: ModelReview[] = [];
  /** `reviewer:sample` */
  readonly skips = new Set<string>();
  readonly drafts = new Set<string>();

  constructor(sampleCount: number) {
    this.samples = Array.from({ length: sampleCount }, () => ({
      state: "pending",
      round: 1,
      token: 0,
      owner: undefined,
      isLive: false,
    }));
  }

  /** The sample that the claim gives, undefined when none, or the reason why it is refused. */
  claim(
    reviewer: number,
    options: { includeSkipped: boolean; sample?: number },
  ): number | undefined | string {
    const { includeSkipped, sample: wanted } = options;
    const own = this.samples.findIndex(
      ({ owner }, index) => owner === reviewer && (wanted === undefined || wanted === index),
    );
    if (own >= 0) {
      this.at(own).isLive = true;
      return own;
    }
    const free = this.samples.findIndex(
      (sample, index) =>
        this.isFree(sample) &&
        (wanted === undefined
          ? includeSkipped || !this.skips.has(`${reviewer}:${index}`)
          : wanted === index),
    );
    if (free >= 0) {
      this.lease(free, reviewer);
      return free;
    }
    if (wanted === undefined) return undefined;
    return this.at(wanted).state === "pending" ? "leased_by_other" : "already_decided";
  }

  expire(sample: number): void {
    this.at(sample).isLive = false;
  }

  heartbeat(reviewer: number, sample: number, token: number): "extended" | "lease_lost" {
    if (!this.holds(reviewer, sample, token)) return "lease_lost";
    this.at(sample).isLive = true;
    return "extended";
  }

  release(reviewer: number, sample: number, token: number): void {
    if (this.holds(reviewer, sample, token)) this.at(sample).isLive = false;
  }

  /** Undefined when the verdict is recorded, else the reason why it is refused. */
  submit(reviewer: number, sample: number, request: RecordReview): string | undefined {
    const target = this.at(sample);
    if (!this.holds(reviewer, sample, request.leaseToken) || !target.isLive) {
      this.drafts.add(`${reviewer}:${sample}`);
      return target.state === "pending" ? "lease_lost" : "already_decided";
    }
    const { verdict, id: reviewId, sampleId } = request;
    const { round, token } = target;
    target.state = stateAfter(verdict);
    target.owner = undefined;
    target.isLive = false;
    if (verdict === "skip") this.skips.add(`${reviewer}:${sample}`);
    else this.drafts.delete(`${reviewer}:${sample}`);
    const answer = { reviewId, sampleId, verdict, sampleState: target.state };
    this.reviews.push({
      sample,
      reviewer,
      verdict,
      round,
      token,
      isUndone: false,
      request,
      answer,
    });
    return undefined;
  }

  /** Undefined when the sample is given back, else the reason why the undo is refused. */
  undo(review: ModelReview): string | undefined {
    const { sample, reviewer, verdict, token, round } = review;
    const target = this.at(sample);
    if (review.isUndone) {
      if (target.owner !== reviewer) return "lease_lost";
      target.isLive = true;
      return undefined;
    }
    const hasLater = this.reviews.some(
      (other) =>
        other.sample === sample &&
        other.reviewer === reviewer &&
        other.token > token &&
        !other.isUndone,
    );
    if (hasLater) return "not_latest";
    if (verdict === "skip") {
      if (target.state !== "pending") return "already_decided";
      if (!this.isFree(target) && target.owner !== reviewer) return "leased_by_other";
      this.skips.delete(`${reviewer}:${sample}`);
    } else if (target.state === "pending" || target.round !== round) {
      return "not_latest";
    }
    target.state = "pending";
    target.round += 1;
    this.lease(sample, reviewer);
    this.drafts.add(`${reviewer}:${sample}`);
    review.isUndone = true;
    return undefined;
  }

  at(sample: number): ModelSample {
    const found = this.samples[sample];
    if (!found) throw new Error(`no sample ${sample} in the model`);
    return found;
  }

  private isFree({ state, owner, isLive }: ModelSample): boolean {
    return state === "pending" && (owner === undefined || !isLive);
  }

  private holds(reviewer: number, sample: number, token: number): boolean {
    const { state, owner, token: current } = this.at(sample);
    return state === "pending" && owner === reviewer && current === token;
  }

  /** A reviewer holds one sample at a time: what they held before is given back. */
  private lease(sample: number, reviewer: number): void {
    for (const other of this.samples) {
      if (other.owner === reviewer) {
        other.owner = undefined;
        other.isLive = false;
      }
    }
    const target = this.at(sample);
    target.owner = reviewer;
    target.isLive = true;
    target.token += 1;
  }
}
