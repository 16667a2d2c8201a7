import type { Draft, LeasedSample } from "@foundry/core/reviews/review.schema";
import { describe, expect, it } from "vitest";
import type { LocalDraft } from "./local-draft";
import { openSample } from "./open-sample";

const IR = "11111111-1111-4111-8111-111111111111";
const OLD_IR = "22222222-2222-4222-8222-222222222222";

const draft = (note: string, updatedAt: string, changes: Partial<Draft> = {}): Draft => ({
  baseIrId: IR,
  irRaw: '{"a":1}',
  checklist: [false, false, false, false],
  note,
  updatedAt,
  ...changes,
});

const leased = (server: Draft | null): LeasedSample => ({
  sampleId: 7,
  leaseToken: 1,
  leaseExpiresAt: "2026-11-22T12:02:00.000Z",
  round: 1,
  prompt: { id: 1, text: "p", category: null, complexity: null, source: null },
  ir: { id: IR, version: 1, raw: '{"a":1}', isSchemaValid: true },
  draft: server,
  dismissals: [],
  risk: null,
});

const local = (note: string, savedAt: string, followsSave: string | null): LocalDraft => {
  const { updatedAt: _, ...saved } = draft(note, savedAt);
  return { draft: saved, savedAt, followsSave };
};

const EARLY = "2026-11-22T12:00:00.000Z";
const LATE = "2026-11-22T12:05:00.000Z";

describe("openSample", () => {
  it("shows the IR laid out, without a notice", () => {
    expect(openSample(leased(null), null)).toMatchObject({
      work: { text: '{ "a": 1 }', note: "" },
      sample: { baseText: '{ "a": 1 }' },
      notice: null,
    });
  });

  it.each<[string, Draft | null, LocalDraft | null, string]>([
    ["the server's draft", draft("server", EARLY), null, "server"],
    ["the browser's copy where the server has none", null, local("local", EARLY, null), "local"],
    [
      "the browser's copy that went on from the server's draft",
      draft("server", LATE),
      local("local", EARLY, LATE),
      "local",
    ],
    [
      "the browser's copy that is newer",
      draft("server", EARLY),
      local("local", LATE, null),
      "local",
    ],
    [
      "the server's draft that another device saved later",
      draft("server", LATE),
      local("local", EARLY, null),
      "server",
    ],
  ])("goes on with %s", (_name, server, copy, note) => {
    expect(openSample(leased(server), copy)).toMatchObject({
      work: { note },
      notice: "draft_restored",
    });
  });

  it("says that a draft belongs to another version", () => {
    const old = draft("n", EARLY, { baseIrId: OLD_IR, irRaw: '{"a":0}' });
    expect(openSample(leased(old), null)).toMatchObject({
      notice: "other_version",
      work: { text: '{ "a": 0 }' },
    });
  });

  it("keeps the layout that the reviewer gave a draft, and text that is no JSON", () => {
    for (const irRaw of ['{\n "a": 1\n}', '{"a": ']) {
      expect(openSample(leased(draft("", EARLY, { irRaw })), null).work.text).toBe(irRaw);
    }
  });

  it("does not announce a draft that holds nothing", () => {
    expect(openSample(leased(draft("", EARLY)), null).notice).toBeNull();
  });
});
