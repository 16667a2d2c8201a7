"use client";

import { useEffect, useRef, useState } from "react";

const SETTLED_AFTER_MS = 250;

/** The words while they are typed; told on when the typing rests, and taken over when they change elsewhere. */
export function useSettledWords(given: string, onSettled: (words: string) => void) {
  const [words, setWords] = useState(given);
  const told = useRef(given);
  const latest = useRef(onSettled);
  useEffect(() => {
    latest.current = onSettled;
  });
  useEffect(() => {
    if (given !== told.current) setWords(given);
    told.current = given;
  }, [given]);
  useEffect(() => {
    const settled = words.trim();
    if (settled === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = settled;
      latest.current(settled);
    }, SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return [words, setWords] as const;
}
