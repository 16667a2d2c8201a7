import { spendLimitSchema, spendOverviewSchema } from "@foundry/core/generation/spend.schema";
import {
  editModelPricesSchema,
  llmModelSchema,
  providersSchema,
  saveEndpointSchema,
  storeProviderKeySchema,
} from "@foundry/core/generation/provider.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const access = "generation.manage";

export const providerContracts = {
  getProviders: defineContract({
    method: "GET",
    path: "/api/providers",
    summary:
      "What the studio can use to write IRs: keys as a hint only, endpoints, models, prices.",
    access,
    answer: providersSchema,
  }),
  storeProviderKey: defineContract({
    method: "PUT",
    path: "/api/providers/anthropic/key",
    summary: "Store the key of Anthropic, encrypted, and try it. It is never shown again.",
    access,
    body: storeProviderKeySchema,
    answer: providersSchema,
  }),
  deleteProviderKey: defineContract({
    method: "DELETE",
    path: "/api/providers/anthropic/key",
    summary: "Forget the stored key of Anthropic.",
    access,
    answer: null,
  }),
  checkAnthropic: defineContract({
    method: "POST",
    path: "/api/providers/anthropic/check",
    summary: "Have a worker try Anthropic's key now.",
    access,
    answer: providersSchema,
    status: 202,
  }),
  acknowledgeTerms: defineContract({
    method: "POST",
    path: "/api/providers/anthropic/terms",
    summary: "Say that Anthropic's terms on training with outputs were read.",
    access,
    answer: providersSchema,
  }),
  createEndpoint: defineContract({
    method: "POST",
    path: "/api/providers/endpoints",
    summary: "Add a server that speaks the chat completions API, and try it.",
    access,
    body: saveEndpointSchema,
    answer: providersSchema,
    status: 201,
  }),
  changeEndpoint: defineContract({
    method: "PUT",
    path: "/api/providers/endpoints/{id}",
    summary: "Replace what an endpoint says, and try it. A key that is left out stays.",
    access,
    params: uuidParams,
    body: saveEndpointSchema,
    answer: providersSchema,
  }),
  archiveEndpoint: defineContract({
    method: "DELETE",
    path: "/api/providers/endpoints/{id}",
    summary: "Take an endpoint away and forget its key.",
    access,
    params: uuidParams,
    answer: null,
  }),
  checkEndpoint: defineContract({
    method: "POST",
    path: "/api/providers/endpoints/{id}/check",
    summary: "Have a worker try an endpoint now.",
    access,
    params: uuidParams,
    answer: providersSchema,
    status: 202,
  }),
  editModelPrices: defineContract({
    method: "PUT",
    path: "/api/providers/models/{id}/prices",
    summary: "Change what a model costs, in dollars for a million tokens. Null: as shipped.",
    access,
    params: z.object({ id: z.string().regex(/^[\w.:@-]{1,200}$/) }),
    body: editModelPricesSchema,
    answer: llmModelSchema,
  }),
  getSpend: defineContract({
    method: "GET",
    path: "/api/spend",
    summary: "The money of all runs together.",
    access,
    answer: spendOverviewSchema,
  }),
  setSpendLimit: defineContract({
    method: "PUT",
    path: "/api/spend",
    summary: "Set how much all runs together may cost. Null: no limit.",
    access,
    body: spendLimitSchema,
    answer: spendOverviewSchema,
  }),
};
