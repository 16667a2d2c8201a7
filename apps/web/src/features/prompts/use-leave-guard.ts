"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { LEAVING } from "../../components/frame/ask-to-leave";
import { findLeavingLink } from "./find-leaving-link";

export interface LeaveGuard {
  /** Whether a way out was taken and waits for an answer. */
  isAsking: boolean;
  stay: () => void;
  leave: () => void;
}

/**
 * While `isOn`, holds back whoever is about to leave the page: a link or the palette asks here, closing or
 * reloading asks in the browser's words, and so does going back where the browser lets it be held.
 */
export function useLeaveGuard(isOn: boolean): LeaveGuard {
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!isOn) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = findLeavingLink(event, window.location);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => router.push(href));
    };
    const onLeaving = (event: Event) => {
      if (!(event instanceof CustomEvent)) return;
      event.preventDefault();
      const href = String(event.detail);
      setLeave(() => () => router.push(href));
    };
    window.addEventListener("beforeunload", onUnload);
    window.addEventListener(LEAVING, onLeaving);
    // Before the link itself hears of it.
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      window.removeEventListener(LEAVING, onLeaving);
      document.removeEventListener("click", onClick, true);
    };
  }, [isOn, router]);
  useEffect(() => (isOn ? holdBack((go) => setLeave(() => go)) : undefined), [isOn]);
  const stay = useCallback(() => setLeave(null), []);
  return {
    isAsking: leave !== null,
    stay,
    leave: () => {
      setLeave(null);
      leave?.();
    },
  };
}

/** Going back and forward, which only browsers with the Navigation API let a page hold. */
function holdBack(ask: (go: () => void) => void): (() => void) | undefined {
  if (!("navigation" in window)) return undefined;
  const { navigation } = window;
  let isLeaving = false;
  const onNavigate = (event: NavigateEvent) => {
    if (isLeaving || event.navigationType !== "traverse" || !event.cancelable) return;
    event.preventDefault();
    const { key } = event.destination;
    ask(() => {
      isLeaving = true;
      navigation.traverseTo(key);
    });
  };
  navigation.addEventListener("navigate", onNavigate);
  return () => navigation.removeEventListener("navigate", onNavigate);
}
