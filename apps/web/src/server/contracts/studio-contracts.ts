import { overviewSchema } from "@foundry/core/overview/overview.schema";
import { createFirstAdminSchema } from "@foundry/core/people/people.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { healthSchema } from "../health.schema";
import { signedInSchema } from "../profile.schema";

export const studioContracts = {
  getHealth: defineContract({
    method: "GET",
    path: "/api/health",
    summary: "Whether the studio works, and on what. 503 with the same body when a part is down.",
    access: "public",
    answer: healthSchema,
  }),
  getOpenApi: defineContract({
    method: "GET",
    path: "/api/openapi.json",
    summary: "This document.",
    access: "public",
    answer: { contentType: "application/json" },
  }),
  getSetup: defineContract({
    method: "GET",
    path: "/api/setup",
    summary: "Whether the studio still needs its first admin.",
    access: "public",
    answer: z.object({ needsAdmin: z.boolean() }),
  }),
  createFirstAdmin: defineContract({
    method: "POST",
    path: "/api/setup",
    summary: "Create the first admin and sign in. Works once.",
    access: "public",
    body: createFirstAdminSchema,
    answer: signedInSchema,
    status: 201,
  }),
  getOverview: defineContract({
    method: "GET",
    path: "/api/overview",
    summary: "The pipeline as it stands.",
    access: "corpus.read",
    answer: overviewSchema,
  }),
};
