import {
  checksOverviewSchema,
  dismissalSchema,
  dismissFindingSchema,
} from "@foundry/core/findings/finding.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

export const findingContracts = {
  getChecks: defineContract({
    method: "GET",
    path: "/api/checks",
    summary: "How far the checks have come, and what became of the findings of each.",
    access: "corpus.read",
    answer: checksOverviewSchema,
  }),
  rerunChecks: defineContract({
    method: "POST",
    path: "/api/checks/rerun",
    summary: "Check every IR anew, in the background.",
    access: "checks.rerun",
    answer: z.object({ jobId: z.uuid() }),
    status: 202,
  }),
  dismissFinding: defineContract({
    method: "POST",
    path: "/api/findings/dismissals",
    summary: "Call a finding of a sample not a problem. Sending it again gives the same answer.",
    access: "sample.review",
    body: dismissFindingSchema,
    answer: dismissalSchema,
  }),
  retractDismissal: defineContract({
    method: "DELETE",
    path: "/api/findings/dismissals/{id}",
    summary: "Take back that a finding is not a problem: your own word, or as an admin anybody's.",
    access: "sample.review",
    params: uuidParams,
    answer: null,
  }),
};
