"use client";

import { useCallback, useEffect, useState } from "react";

const FLASH_MS = 160;

/** Lights up the button whose key was pressed, so that the keys are learnt by the way. */
export function useFlash(): { flashed: string | null; flash: (name: string) => void } {
  const [flashed, setFlashed] = useState<{ name: string } | null>(null);
  useEffect(() => {
    if (flashed === null) return undefined;
    const timer = setTimeout(() => setFlashed(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashed]);
  const flash = useCallback((name: string) => setFlashed({ name }), []);
  return { flashed: flashed?.name ?? null, flash };
}
