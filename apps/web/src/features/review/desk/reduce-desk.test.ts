import type { LeasedSample, QueueSummary, RecordReview } from "@foundry/core/reviews/review.schema";
import { describe, expect, it } from "vitest";
import type { DeskEvent, DeskPhase, DeskState, OpenSample, Problem } from "./desk-state";
import { reduceDesk } from "./reduce-desk";
import { startDesk } from "./start-desk";
import { startWork, type Work } from "./work";

const IR_1 = "11111111-1111-4111-8111-111111111111";
const IR_2 = "22222222-2222-4222-8222-222222222222";
const REVIEW = "33333333-3333-4333-8333-333333333333";

const summary: QueueSummary = {
  total: 3,
  pending: 2,
  available: 1,
  leasedByMe: 1,
  leasedByOthers: 0,
  skippedByMe: 0,
  accepted: 1,
  corrected: 0,
  rejected: 0,
  decidedByMe: 1,
};

function leased(changes: Partial<LeasedSample> = {}): LeasedSample {
  return {
    sampleId: 7,
    leaseToken: 1,
    leaseExpiresAt: "2026-11-22T12:02:00.000Z",
    round: 1,
    prompt: { id: 1, text: "Return 'short'.", category: null, complexity: null, source: null },
    ir: { id: IR_1, version: 1, raw: '{"a":1}', isSchemaValid: true },
    draft: null,
    dismissals: [],
    risk: null,
    ...changes,
  };
}

const sample: OpenSample = {
  leased: leased(),
  baseText: '{ "a": 1 }',
  dismissals: [],
  opening: 0,
};
const untouched = startWork(sample.baseText);
const edited: Work = { ...untouched, text: '{ "a": 2 }' };
const problem = (reason: string): Problem => ({ reason, detail: reason, requestId: null });

const accept: RecordReview = {
  id: REVIEW,
  sampleId: 7,
  leaseToken: 1,
  baseIrId: IR_1,
  checklist: [false, false, false, false],
  note: null,
  verdict: "accept",
};
const recorded = {
  reviewId: REVIEW,
  sampleId: 7,
  verdict: "accept",
  sampleState: "accepted",
} as const;
const given = { reviewId: REVIEW, sampleId: 7, verdict: "accept" } as const;

const next = { includeSkipped: false };
const phases = {
  claiming: { kind: "claiming", request: next, before: null },
  reviewing: { kind: "reviewing", sample, work: edited, notice: null, problem: null },
  sending: { kind: "sending", sample, work: edited, verdict: accept, hasRenewed: false },
  sendingAgain: { kind: "sending", sample, work: edited, verdict: accept, hasRenewed: true },
  resending: { kind: "resending", verdict: accept },
  renewing: { kind: "renewing", sample, work: edited, verdict: null },
  renewingToSend: { kind: "renewing", sample, work: edited, verdict: accept },
  conflict: { kind: "conflict", sample, work: edited, problem: problem("already_decided") },
  undoing: { kind: "undoing", given, sample, work: edited },
  undoingAtTheEnd: { kind: "undoing", given, sample: null, work: null },
  finished: { kind: "finished", problem: null },
  refused: {
    kind: "refused",
    request: { includeSkipped: false, sampleId: 9 },
    problem: problem("not_found"),
  },
} satisfies Record<string, DeskPhase>;

const at = (phase: DeskPhase, changes: Partial<DeskState> = {}): DeskState => ({
  phase,
  summary,
  given: [given],
  includesSkipped: false,
  openingCount: 0,
  said: null,
  ...changes,
});

const answer = (found: LeasedSample | null): DeskEvent => ({
  type: "claimed",
  response: { sample: found, summary },
  local: null,
});

describe("the way of the phases", () => {
  it.each<[string, DeskPhase, DeskEvent, DeskPhase["kind"]]>([
    ["a sample is opened", phases.claiming, answer(leased()), "reviewing"],
    ["no sample is left", phases.claiming, answer(null), "finished"],
    [
      "a claim is refused",
      phases.claiming,
      { type: "claim_refused", problem: problem("not_found") },
      "refused",
    ],
    [
      "a verdict goes out",
      phases.reviewing,
      { type: "verdict_chosen", verdict: accept },
      "sending",
    ],
    [
      "a recorded verdict claims the next",
      phases.sending,
      { type: "verdict_recorded", recorded },
      "claiming",
    ],
    [
      "a resent verdict claims the next",
      phases.resending,
      { type: "verdict_recorded", recorded },
      "claiming",
    ],
    [
      "a resent verdict that is refused reopens its sample",
      phases.resending,
      { type: "verdict_refused", problem: problem("lease_lost") },
      "claiming",
    ],
    [
      "a lost lease is asked for again",
      phases.sending,
      { type: "verdict_refused", problem: problem("lease_lost") },
      "renewing",
    ],
    [
      "a lease lost twice is a conflict",
      phases.sendingAgain,
      { type: "verdict_refused", problem: problem("lease_lost") },
      "conflict",
    ],
    [
      "a decided sample is a conflict",
      phases.sending,
      { type: "verdict_refused", problem: problem("already_decided") },
      "conflict",
    ],
    [
      "a newer IR is a conflict",
      phases.sending,
      { type: "verdict_refused", problem: problem("stale_ir") },
      "conflict",
    ],
    [
      "an invalid IR goes back to the reviewer",
      phases.sending,
      { type: "verdict_refused", problem: problem("ir_invalid") },
      "reviewing",
    ],
    ["the heart stops", phases.reviewing, { type: "lease_lost" }, "renewing"],
    ["a renewed lease goes on", phases.renewing, answer(leased({ leaseToken: 2 })), "reviewing"],
    [
      "a renewed lease sends what waited",
      phases.renewingToSend,
      answer(leased({ leaseToken: 2 })),
      "sending",
    ],
    [
      "a sample that is gone is a conflict",
      phases.renewing,
      { type: "claim_refused", problem: problem("leased_by_other") },
      "conflict",
    ],
    ["undo from the desk", phases.reviewing, { type: "undo_asked" }, "undoing"],
    ["undo from the finish", phases.finished, { type: "undo_asked" }, "undoing"],
    [
      "an undone verdict is reviewed again",
      phases.undoing,
      { type: "undone", leased: leased() },
      "reviewing",
    ],
    [
      "a refused undo goes back to the desk",
      phases.undoing,
      { type: "undo_refused", problem: problem("not_latest") },
      "reviewing",
    ],
    [
      "a refused undo goes back to the finish",
      phases.undoingAtTheEnd,
      { type: "undo_refused", problem: problem("not_latest") },
      "finished",
    ],
    [
      "the next one after a conflict",
      phases.conflict,
      { type: "sample_asked", request: next },
      "claiming",
    ],
    [
      "skipped ones from the finish",
      phases.finished,
      { type: "sample_asked", request: { includeSkipped: true } },
      "claiming",
    ],
  ])("%s", (_name, from, event, to) => {
    expect(reduceDesk(at(from), event).phase.kind).toBe(to);
  });
});

describe("what comes too late changes nothing", () => {
  it.each<[string, DeskPhase, DeskEvent]>([
    [
      "a second verdict while one is sent",
      phases.sending,
      { type: "verdict_chosen", verdict: accept },
    ],
    [
      "a verdict before a sample is there",
      phases.claiming,
      { type: "verdict_chosen", verdict: accept },
    ],
    [
      "a second answer to one claim",
      phases.finished,
      { type: "claim_refused", problem: problem("x") },
    ],
    ["an edit while a verdict is sent", phases.sending, { type: "text_edited", text: "x" }],
    [
      "an edit while a verdict waits for its lease",
      phases.renewingToSend,
      { type: "text_edited", text: "x" },
    ],
    ["an edit in a conflict", phases.conflict, { type: "text_edited", text: "x" }],
    ["undo while a verdict is sent", phases.sending, { type: "undo_asked" }],
    ["undo in a conflict", phases.conflict, { type: "undo_asked" }],
    [
      "another sample while a verdict is sent",
      phases.sending,
      { type: "sample_asked", request: next },
    ],
    [
      "another sample while one is claimed",
      phases.claiming,
      { type: "sample_asked", request: next },
    ],
    [
      "a record of a verdict that nobody waits for",
      phases.reviewing,
      { type: "verdict_recorded", recorded },
    ],
    [
      "a lease of another token",
      phases.reviewing,
      {
        type: "lease_extended",
        lease: { sampleId: 7, leaseToken: 9, leaseExpiresAt: "2026-11-22T13:00:00.000Z" },
      },
    ],
    ["a lost lease while it is renewed", phases.renewing, { type: "lease_lost" }],
  ])("%s", (_name, from, event) => {
    const before = at(from);
    expect(reduceDesk(before, event)).toBe(before);
  });

  it("takes nothing back when nothing was given", () => {
    const before = at(phases.reviewing, { given: [] });
    expect(reduceDesk(before, { type: "undo_asked" })).toBe(before);
  });
});

describe("the work of the reviewer", () => {
  it.each<[string, DeskPhase, DeskEvent]>([
    ["sending", phases.reviewing, { type: "verdict_chosen", verdict: accept }],
    [
      "a refused verdict",
      phases.sending,
      { type: "verdict_refused", problem: problem("ir_invalid") },
    ],
    [
      "a conflict",
      phases.sending,
      { type: "verdict_refused", problem: problem("already_decided") },
    ],
    ["a lost lease", phases.reviewing, { type: "lease_lost" }],
    ["a renewed lease", phases.renewing, answer(leased({ leaseToken: 2 }))],
    [
      "a renewed lease on a newer IR",
      phases.renewing,
      answer(leased({ ir: { id: IR_2, version: 2, raw: '{"a":3}', isSchemaValid: true } })),
    ],
    ["a refused undo", phases.undoing, { type: "undo_refused", problem: problem("not_latest") }],
  ])("stays through %s", (_name, from, event) => {
    const { phase } = reduceDesk(at(from), event);
    expect("work" in phase && phase.work?.text).toBe(edited.text);
  });

  it("takes edits, checks and the note", () => {
    const events: DeskEvent[] = [
      { type: "text_edited", text: "new" },
      { type: "check_toggled", index: 1 },
      { type: "check_toggled", index: 2 },
      { type: "check_toggled", index: 1 },
      { type: "note_written", note: "why" },
    ];
    const { phase } = events.reduce(reduceDesk, at(phases.reviewing));
    expect(phase).toMatchObject({
      work: { text: "new", checklist: [false, false, true, false], note: "why" },
    });
  });

  it("is given up when the reviewer starts over", () => {
    const { phase } = reduceDesk(at({ ...phases.reviewing, notice: "draft_restored" }), {
      type: "started_over",
    });
    expect(phase).toMatchObject({ work: untouched, notice: null });
  });

  it.each([
    ["draft_restored", null],
    ["other_version", "other_version"],
  ] as const)("after an edit the notice %s is %s", (notice, expected) => {
    const { phase } = reduceDesk(at({ ...phases.reviewing, notice }), {
      type: "text_edited",
      text: "new",
    });
    expect(phase).toMatchObject({ notice: expected });
  });

  it("says that a newer version came, and follows it where nothing was edited", () => {
    const newer = leased({ ir: { id: IR_2, version: 2, raw: '{"a":3}', isSchemaValid: true } });
    const { phase } = reduceDesk(at({ ...phases.renewing, work: untouched }), answer(newer));
    expect(phase).toMatchObject({ notice: "other_version", work: { text: '{ "a": 3 }' } });
  });

  it("goes out again under the new lease and the same id", () => {
    const { phase } = reduceDesk(at(phases.renewingToSend), answer(leased({ leaseToken: 2 })));
    expect(phase).toMatchObject({ verdict: { id: REVIEW, leaseToken: 2 }, hasRenewed: true });
  });
});

describe("what the editor is told", () => {
  const newer = leased({
    leaseToken: 2,
    ir: { id: IR_2, version: 2, raw: "{}", isSchemaValid: true },
  });

  it.each<[string, DeskPhase, DeskEvent, number]>([
    ["a new sample is a new text", phases.claiming, answer(leased()), 1],
    ["so is one that was taken back", phases.undoing, { type: "undone", leased: leased() }, 1],
    ["and a newer version", phases.renewing, answer(newer), 1],
    [
      "a renewed lease leaves cursor and undo alone",
      phases.renewing,
      answer(leased({ leaseToken: 2 })),
      0,
    ],
  ])("%s", (_name, from, event, opening) => {
    expect(reduceDesk(at(from), event).phase).toMatchObject({ sample: { opening } });
  });
});

describe("taking back", () => {
  it("remembers each verdict and forgets what was taken back", () => {
    const sent = reduceDesk(at(phases.sending, { given: [] }), {
      type: "verdict_recorded",
      recorded,
    });
    expect(sent.given).toEqual([given]);
    const undone = reduceDesk(at(phases.undoing), { type: "undone", leased: leased() });
    expect(undone.given).toEqual([]);
  });

  it("says what it did and counts at once", () => {
    const sent = reduceDesk(at(phases.sending), { type: "verdict_recorded", recorded });
    expect(sent.said).toEqual({ deed: { what: "given", verdict: given }, number: 1 });
    const undone = reduceDesk(at(phases.undoing), { type: "undone", leased: leased() });
    expect(undone.said?.deed.what).toBe("undone");
    expect(undone.summary).toMatchObject({ accepted: 0, pending: 3, decidedByMe: 0 });
  });

  it("remembers the last twenty", () => {
    let state = at(phases.sending, { given: [] });
    for (let count = 0; count < 30; count += 1) {
      state = reduceDesk(
        { ...state, phase: phases.sending },
        {
          type: "verdict_recorded",
          recorded: { ...recorded, sampleId: count },
        },
      );
    }
    expect(state.given.map(({ sampleId }) => sampleId)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 10),
    );
  });

  it("brings back what had been submitted, as the draft that the server made of it", () => {
    const draft = {
      baseIrId: IR_1,
      irRaw: '{"a":5}',
      checklist: [true, false, false, false],
      note: "n",
      updatedAt: "2026-11-22T12:00:00.000Z",
    };
    const { phase } = reduceDesk(at(phases.undoing), { type: "undone", leased: leased({ draft }) });
    expect(phase).toMatchObject({ notice: null, work: { text: '{ "a": 5 }', note: "n" } });
  });
});

describe("skipped samples", () => {
  const skipped = { ...recorded, verdict: "skip", sampleState: "pending" } as const;

  it("come round until one is skipped again", () => {
    const asked = reduceDesk(at(phases.finished), {
      type: "sample_asked",
      request: { includeSkipped: true },
    });
    expect(asked.phase).toMatchObject({ request: { includeSkipped: true } });
    const decided = reduceDesk(
      { ...asked, phase: phases.sending },
      { type: "verdict_recorded", recorded },
    );
    expect(decided.phase).toMatchObject({ request: { includeSkipped: true } });
    const again = reduceDesk(
      { ...decided, phase: phases.sending },
      { type: "verdict_recorded", recorded: skipped },
    );
    expect(again.phase).toMatchObject({ request: { includeSkipped: false } });
  });
});

describe("startDesk", () => {
  it("asks for a sample, unless a verdict is still to be sent", () => {
    expect(startDesk(next, null).phase).toEqual(phases.claiming);
    expect(startDesk(next, accept).phase).toEqual(phases.resending);
  });
});
