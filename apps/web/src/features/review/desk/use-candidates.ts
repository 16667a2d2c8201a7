"use client";

import type { Candidate } from "@foundry/core/generation/candidate.schema";
import { useState } from "react";
import { useSampleCandidates } from "../../../components/candidates/use-sample-candidates";

const NONE: readonly Candidate[] = [];

/** The other replies that there were for this prompt; offered only where there is something to compare. */
export function useCandidates(sampleId: number) {
  const { data } = useSampleCandidates(sampleId);
  const [isOpen, setIsOpen] = useState(false);
  const candidates = data?.candidates ?? NONE;
  const isOffered = candidates.length > 1;
  return { candidates, isOffered, isShown: isOpen && isOffered, show: setIsOpen };
}
