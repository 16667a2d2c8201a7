"use client";

import { useLayoutEffect, useRef, useState } from "react";

type Hands = Record<string, (...args: never[]) => unknown>;

/**
 * The same functions for the life of the component, each doing what its latest version does, so that
 * what takes them is not drawn again with every letter that is typed. For events, not for drawing.
 */
export function useStable<Own extends Hands>(hands: Own): Own {
  const latest = useRef<Own>(hands);
  useLayoutEffect(() => {
    latest.current = hands;
  });
  const [stable] = useState(() => {
    const names: (keyof Own)[] = Object.keys(hands);
    const calls = names.map((name) => [
      name,
      (...args: never[]) => latest.current[name]?.(...args),
    ]);
    return Object.fromEntries(calls) as Own;
  });
  return stable;
}
