import type { Reading, ReadingRequest } from "./reading";

export interface CheckWorkerListeners {
  onReading: (reading: Reading) => void;
  /** It could not be loaded, or broke. */
  onError: () => void;
}

/** Checks texts somewhere else, one after the other. */
export interface CheckWorker {
  read(request: ReadingRequest): void;
  stop(): void;
}

interface CheckListeners {
  onReading: (reading: Reading) => void;
  /** The checks cannot be loaded, or do not come to an end; `retry` starts them anew. */
  onFailure: () => void;
}

/** Far beyond what the largest IR takes, the download of the checks included. */
const LONGEST_MS = 30_000;

/** Has texts checked away from the page, the newest only: what was typed over is never answered. */
export class CheckClient {
  private worker: CheckWorker | null = null;
  private isBusy = false;
  private newest: ReadingRequest | null = null;
  private underWay: ReadingRequest | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly startWorker: (listeners: CheckWorkerListeners) => CheckWorker;
  private readonly listeners: CheckListeners;

  constructor(
    startWorker: (listeners: CheckWorkerListeners) => CheckWorker,
    listeners: CheckListeners,
  ) {
    this.startWorker = startWorker;
    this.listeners = listeners;
  }

  read(request: ReadingRequest): void {
    this.newest = request;
    if (!this.isBusy) this.send();
  }

  retry(): void {
    this.stop();
    if (this.newest !== null) this.send();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.worker?.stop();
    this.worker = null;
    this.isBusy = false;
  }

  private send(): void {
    const request = this.newest;
    if (request === null) return;
    this.isBusy = true;
    this.underWay = request;
    this.timer = setTimeout(() => this.fail(), LONGEST_MS);
    try {
      this.worker ??= this.startWorker({
        onReading: (reading) => this.take(reading),
        onError: () => this.fail(),
      });
      this.worker.read(request);
    } catch {
      // A browser that starts no workers fails here, and not by an event.
      this.fail();
    }
  }

  private take(reading: Reading): void {
    clearTimeout(this.timer);
    this.isBusy = false;
    if (this.newest === this.underWay) this.listeners.onReading(reading);
    else this.send();
  }

  private fail(): void {
    this.stop();
    this.listeners.onFailure();
  }
}
