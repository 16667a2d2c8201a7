import {
  apiTokenSchema,
  createApiTokenSchema,
  createdApiTokenSchema,
} from "@foundry/core/people/people.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

export const tokenContracts = {
  listApiTokens: defineContract({
    method: "GET",
    path: "/api/tokens",
    summary: "Your API tokens, newest first, without their secrets.",
    access: "token.manage_own",
    answer: z.array(apiTokenSchema),
  }),
  createApiToken: defineContract({
    method: "POST",
    path: "/api/tokens",
    summary: "Create an API token. The token is in this answer and never shown again.",
    access: "token.manage_own",
    body: createApiTokenSchema,
    answer: createdApiTokenSchema,
    status: 201,
  }),
  revokeApiToken: defineContract({
    method: "DELETE",
    path: "/api/tokens/{id}",
    summary: "Make one of your API tokens useless.",
    access: "token.manage_own",
    params: uuidParams,
    answer: null,
  }),
};
