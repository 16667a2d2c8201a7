"use client";

import { HEARTBEAT_SECONDS } from "@foundry/core/reviews/review.schema";
import { type Dispatch, useEffect, useRef } from "react";
import { ApiError } from "../../../components/api/api-error";
import { extendLease } from "../api/extend-lease";
import { releaseLease } from "../api/release-lease";
import type { DeskEvent, DeskPhase } from "./desk-state";

const HEARTBEAT_MS = HEARTBEAT_SECONDS * 1_000;

/** Keeps the lease alive while the page is seen, and gives it back when the page is left. */
export function useLease(phase: DeskPhase, dispatch: Dispatch<DeskEvent>): void {
  const leased = phase.kind === "reviewing" ? phase.sample.leased : null;
  const sampleId = leased?.sampleId ?? null;
  const leaseToken = leased?.leaseToken ?? null;

  useEffect(() => {
    if (sampleId === null || leaseToken === null) return undefined;
    const lease = { sampleId, leaseToken };
    let beatAt = Date.now();
    const beat = () => {
      if (document.visibilityState !== "visible" || Date.now() - beatAt < HEARTBEAT_MS / 2) return;
      beatAt = Date.now();
      extendLease(lease)
        .then((extended) => dispatch({ type: "lease_extended", lease: extended }))
        .catch((error: unknown) => {
          // Anything else passes: the next beat comes before the lease ends.
          if (error instanceof ApiError && error.reason === "lease_lost")
            dispatch({ type: "lease_lost" });
        });
    };
    const timer = setInterval(beat, HEARTBEAT_MS);
    document.addEventListener("visibilitychange", beat);
    window.addEventListener("pageshow", beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", beat);
      window.removeEventListener("pageshow", beat);
    };
  }, [sampleId, leaseToken, dispatch]);

  const latest = useRef(phase);
  useEffect(() => {
    latest.current = phase;
  });
  useEffect(() => {
    const release = () => {
      if (latest.current.kind === "reviewing") releaseLease(latest.current.sample.leased);
    };
    window.addEventListener("pagehide", release);
    return () => {
      window.removeEventListener("pagehide", release);
      release();
    };
  }, []);
}
