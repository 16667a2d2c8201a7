import { readText } from "./read-text";
import type { ReadingRequest } from "./reading";

// Types of a page have no worker in them; these two members are all that is needed of one.
const scope = globalThis as unknown as {
  addEventListener: (
    type: "message",
    listen: (event: MessageEvent<ReadingRequest>) => void,
  ) => void;
  postMessage: (message: unknown, transfer: Transferable[]) => void;
};

scope.addEventListener("message", ({ data }) => scope.postMessage(readText(data), []));
