import {
  addImplementationSchema,
  implementationSchema,
  sampleEvidenceSchema,
} from "@foundry/core/implementations/implementation.schema";
import { defineContract } from "../define-contract";
import { sampleParams, uuidParams } from "./path-params";

export const implementationContracts = {
  getSampleEvidence: defineContract({
    method: "GET",
    path: "/api/samples/{id}/evidence",
    summary: "What a sample can be run with, and what the server's own run has shown.",
    access: "corpus.read",
    params: sampleParams,
    answer: sampleEvidenceSchema,
  }),
  addImplementation: defineContract({
    method: "POST",
    path: "/api/samples/{id}/implementations",
    summary: "Add Python that does what the sample's prompt asks for. The same twice is one.",
    access: "sample.review",
    params: sampleParams,
    body: addImplementationSchema,
    answer: implementationSchema,
  }),
  deleteImplementation: defineContract({
    method: "DELETE",
    path: "/api/implementations/{id}",
    summary: "Delete an implementation: one that you typed in, or as an admin any.",
    access: "sample.review",
    params: uuidParams,
    answer: null,
  }),
};
