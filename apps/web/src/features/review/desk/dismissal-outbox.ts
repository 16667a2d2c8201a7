import type { Dismissal, DismissFinding } from "@foundry/core/findings/finding.schema";
import { dismissFindingSchema } from "@foundry/core/findings/finding.schema";
import { z } from "zod";
import { browserMemory } from "./browser-memory";
import { identifyFinding } from "../../../components/checks/identify-finding";
import { isTransient } from "./is-transient";
import { retryDelay } from "./retry-delay";

/** What the reviewer wants to be true of one finding. */
const wishSchema = z.object({
  finding: dismissFindingSchema,
  /** The studio's id of the dismissal; null when it has none. */
  id: z.uuid().nullable(),
  wish: z.enum(["dismissed", "restored"]),
});
export type Wish = z.infer<typeof wishSchema>;

interface DismissalStore {
  dismiss: (finding: DismissFinding) => Promise<Dismissal>;
  /** Resolves also when there is nothing to take back any more. */
  restore: (id: string) => Promise<void>;
}

interface OutboxListeners {
  onStored: (wish: Wish) => void;
  onRefused: (wish: Wish, error: unknown) => void;
}

/**
 * Brings "not a problem" to the studio, one after the other, until it answers. What is not there
 * yet is kept in this browser, so that a closed page sends it when it is back.
 */
export class DismissalOutbox {
  private readonly wishes = new Map<string, Wish>();
  private isSending = false;
  private isStopped = false;
  private failureCount = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly memoryKey: string;
  private readonly store: DismissalStore;
  private readonly listeners: OutboxListeners;

  constructor(userId: string, store: DismissalStore, listeners: OutboxListeners) {
    this.memoryKey = `foundry.review.dismissals.${userId}`;
    this.store = store;
    this.listeners = listeners;
  }

  /** Goes on with what an earlier page left. */
  start(): void {
    this.isStopped = false;
    for (const wish of browserMemory.read(this.memoryKey, z.array(wishSchema)) ?? []) {
      this.wishes.set(keyOf(wish.finding), wish);
    }
    void this.send();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** @param id of the dismissal as the desk knows it; one that is just being made is known here */
  want(finding: DismissFinding, id: string | null, wish: Wish["wish"]): void {
    const key = keyOf(finding);
    const before = this.wishes.get(key);
    this.wishes.set(key, { finding, id: before?.id ?? id, wish });
    this.keep();
    void this.send();
  }

  private keep(): void {
    if (this.wishes.size === 0) browserMemory.remove(this.memoryKey);
    else browserMemory.write(this.memoryKey, [...this.wishes.values()]);
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.timer);
    for (let next = this.first(); next !== undefined; next = this.first()) {
      if (this.isStopped || !(await this.carry(...next))) break;
    }
    this.isSending = false;
  }

  private first(): [key: string, wish: Wish] | undefined {
    return this.wishes.entries().next().value;
  }

  /** @returns false when the studio did not answer and a later try is due */
  private async carry(key: string, wish: Wish): Promise<boolean> {
    try {
      const id = await this.fulfil(wish);
      this.failureCount = 0;
      const latest = this.wishes.get(key) ?? wish;
      const done = { ...latest, id };
      if (latest.wish === wish.wish) this.finish(key, done);
      else this.wishes.set(key, done);
    } catch (error) {
      if (isTransient(error)) {
        this.timer = setTimeout(() => void this.send(), retryDelay(this.failureCount));
        this.failureCount += 1;
        return false;
      }
      this.wishes.delete(key);
      this.keep();
      this.listeners.onRefused(wish, error);
    }
    return true;
  }

  /** @returns the studio's id afterwards */
  private async fulfil({ finding, id, wish }: Wish): Promise<string | null> {
    if (wish === "dismissed") return id ?? (await this.store.dismiss(finding)).id;
    if (id !== null) await this.store.restore(id);
    return null;
  }

  private finish(key: string, wish: Wish): void {
    this.wishes.delete(key);
    this.keep();
    this.listeners.onStored(wish);
  }
}

function keyOf(finding: DismissFinding): string {
  return `${finding.sampleId} ${identifyFinding(finding)}`;
}
