"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { CheckClient } from "./check-client";
import type { Reading } from "./reading";
import { startCheckWorker } from "./start-check-worker";

export interface CheckedText {
  /** Of this document, perhaps of its text a moment ago; null until the first one is there. */
  reading: Reading | null;
  /** The checks cannot be loaded, or do not come to an end. */
  hasFailed: boolean;
  retry: () => void;
}

/**
 * What the checks say about a text that is being edited. Typing never waits for them.
 *
 * @param dismissed as in `ReadingRequest`; another array has the text read again
 */
export function useCheckedText(
  documentKey: number,
  prompt: string,
  text: string,
  dismissed: readonly string[],
): CheckedText {
  const [reading, setReading] = useState<Reading | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const client = useRef<CheckClient | null>(null);
  useEffect(() => {
    client.current = new CheckClient(startCheckWorker, {
      onReading: (latest) => {
        // The next letter goes before.
        startTransition(() => {
          setHasFailed(false);
          setReading(latest);
        });
      },
      onFailure: () => setHasFailed(true),
    });
    return () => client.current?.stop();
  }, []);
  useEffect(() => {
    client.current?.read({ documentKey, prompt, text, dismissed });
  }, [documentKey, prompt, text, dismissed]);
  const retry = useCallback(() => {
    setHasFailed(false);
    client.current?.retry();
  }, []);
  return { reading: reading?.documentKey === documentKey ? reading : null, hasFailed, retry };
}
