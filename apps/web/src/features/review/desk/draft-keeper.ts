import type { Draft, SaveDraft } from "@foundry/core/reviews/review.schema";
import { browserMemory } from "./browser-memory";
import type { OpenSample } from "./desk-state";
import { type LocalDraft, localDraftSchema } from "./local-draft";
import { isUntouched, type Work } from "./work";

export type DraftStatus = "none" | "unsaved" | "saving" | "saved" | "failed";

const COPY_AFTER_MS = 200;
const SAVE_AFTER_MS = 800;
const RETRY_AFTER_MS = 5_000;
/** A verdict does not wait longer than this for a save that hangs. */
const HOLD_AT_MOST_MS = 2_000;

interface DraftStore {
  save: (sampleId: number, draft: SaveDraft) => Promise<Draft>;
  discard: (sampleId: number) => Promise<void>;
}

/** Keeps the work on the open sample: at once in this browser, a moment later on the server. */
export class DraftKeeper {
  private current: { sample: OpenSample; work: Work } | null = null;
  /** `updatedAt` of the server's draft; null when it has none. */
  private savedAt: string | null = null;
  private copyTimer: ReturnType<typeof setTimeout> | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private isDirty = false;
  private saving: Promise<void> | null = null;
  private readonly userId: string;
  private readonly store: DraftStore;
  private readonly onStatus: (status: DraftStatus) => void;

  constructor(userId: string, store: DraftStore, onStatus: (status: DraftStatus) => void) {
    this.userId = userId;
    this.store = store;
    this.onStatus = onStatus;
  }

  /** Starts on another sample, or on none. */
  open(sample: OpenSample | null, work: Work | null): void {
    this.flush();
    this.current = sample === null || work === null ? null : { sample, work };
    this.savedAt = sample?.leased.draft?.updatedAt ?? null;
    this.isDirty = sample !== null && this.recall(sample.leased.sampleId) !== null;
    if (this.isDirty) this.saveIn(SAVE_AFTER_MS);
    this.onStatus(this.isDirty ? "unsaved" : this.savedAt === null ? "none" : "saved");
  }

  change(work: Work): void {
    if (this.current === null || this.current.work === work) return;
    this.current = { ...this.current, work };
    this.isDirty = true;
    this.onStatus("unsaved");
    this.copyTimer ??= setTimeout(() => this.copy(), COPY_AFTER_MS);
    this.saveIn(SAVE_AFTER_MS);
  }

  /** Writes what is not written yet without waiting for the moment's rest. */
  flush(): void {
    clearTimeout(this.saveTimer);
    if (!this.isDirty) return;
    this.copy();
    // Not behind a save under way: the page may not live to see that one end.
    this.saving = this.save();
  }

  /** Stops the keeping, because a verdict takes the work over, and waits for a save under way. */
  async hold(): Promise<void> {
    clearTimeout(this.saveTimer);
    if (this.isDirty) this.copy();
    const limit = new Promise<void>((resolve) => setTimeout(resolve, HOLD_AT_MOST_MS));
    if (this.saving !== null) await Promise.race([this.saving, limit]);
  }

  /** Takes the keeping up again after a verdict was refused. */
  resume(): void {
    if (this.isDirty) this.saveIn(SAVE_AFTER_MS);
  }

  recall(sampleId: number): LocalDraft | null {
    return browserMemory.read(this.keyOf(sampleId), localDraftSchema);
  }

  /** The work became a verdict. */
  forget(sampleId: number): void {
    this.stopCopy();
    clearTimeout(this.saveTimer);
    this.isDirty = false;
    browserMemory.remove(this.keyOf(sampleId));
  }

  private keyOf(sampleId: number): string {
    return `foundry.review.draft.${this.userId}.${sampleId}`;
  }

  private saveIn(delayMs: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => {
      const before = this.saving ?? Promise.resolve();
      this.saving = before.then(() => this.save());
    }, delayMs);
  }

  private stopCopy(): void {
    clearTimeout(this.copyTimer);
    this.copyTimer = undefined;
  }

  private copy(): void {
    this.stopCopy();
    if (this.current === null) return;
    const copy: LocalDraft = {
      draft: toDraft(this.current.sample, this.current.work),
      followsSave: this.savedAt,
      savedAt: new Date().toISOString(),
    };
    browserMemory.write(this.keyOf(this.current.sample.leased.sampleId), copy);
  }

  private async save(): Promise<void> {
    const { current } = this;
    if (current === null) return;
    const { sample, work } = current;
    const { sampleId } = sample.leased;
    this.isDirty = false;
    this.onStatus("saving");
    try {
      const savedAt = await this.send(sample, work);
      if (this.current?.sample.leased.sampleId !== sampleId) return;
      this.savedAt = savedAt;
      if (this.isDirty) return;
      this.stopCopy();
      browserMemory.remove(this.keyOf(sampleId));
      this.onStatus(savedAt === null ? "none" : "saved");
    } catch {
      // The browser's copy holds it; the server gets it with the next try.
      if (this.current?.sample.leased.sampleId !== sampleId) return;
      this.isDirty = true;
      this.onStatus("failed");
      this.saveIn(RETRY_AFTER_MS);
    }
  }

  private async send(sample: OpenSample, work: Work): Promise<string | null> {
    const { sampleId } = sample.leased;
    if (!isUntouched(work, sample.baseText)) {
      return (await this.store.save(sampleId, toDraft(sample, work))).updatedAt;
    }
    if (this.savedAt !== null) await this.store.discard(sampleId);
    return null;
  }
}

function toDraft({ leased }: OpenSample, { text, checklist, note }: Work): SaveDraft {
  return { baseIrId: leased.ir.id, irRaw: text, checklist, note: note === "" ? null : note };
}
