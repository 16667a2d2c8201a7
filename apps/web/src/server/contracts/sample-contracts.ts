import {
  listSamplesQuerySchema,
  sampleDetailSchema,
  samplePageSchema,
} from "@foundry/core/samples/sample.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { sampleParams } from "./path-params";

export const sampleContracts = {
  listSamples: defineContract({
    method: "GET",
    path: "/api/samples",
    summary: "Samples, newest first.",
    access: "corpus.read",
    query: listSamplesQuerySchema,
    answer: samplePageSchema,
  }),
  getSample: defineContract({
    method: "GET",
    path: "/api/samples/{id}",
    summary: "One sample with every version of its IR and its history.",
    access: "corpus.read",
    params: sampleParams,
    answer: sampleDetailSchema,
  }),
  listCategories: defineContract({
    method: "GET",
    path: "/api/samples/categories",
    summary: "The categories and complexities that samples have, with counts.",
    access: "corpus.read",
    answer: z.array(
      z.object({
        category: z.string().nullable(),
        complexity: z.string().nullable(),
        count: z.int(),
      }),
    ),
  }),
};
