import {
  ownTemplateDraftSchema,
  ownTemplateSchema,
  previewTemplateSchema,
  templatePreviewSchema,
  templateSummarySchema,
} from "@foundry/core/prompts/own-templates/own-template.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { textIdParams } from "./path-params";

export const templateContracts = {
  listTemplates: defineContract({
    method: "GET",
    path: "/api/templates",
    summary: "Every template: those that people wrote, then the catalogue.",
    access: "corpus.read",
    answer: z.array(templateSummarySchema),
  }),
  createTemplate: defineContract({
    method: "POST",
    path: "/api/templates",
    summary: "Store a template. Runs draw from it from now on.",
    access: "prompts.manage",
    body: ownTemplateDraftSchema,
    answer: ownTemplateSchema,
    status: 201,
  }),
  previewTemplate: defineContract({
    method: "POST",
    path: "/api/templates/preview",
    summary: "What a template would write, and what is wrong with it. Nothing is stored.",
    access: "prompts.manage",
    body: previewTemplateSchema,
    answer: templatePreviewSchema,
  }),
  getTemplate: defineContract({
    method: "GET",
    path: "/api/templates/{id}",
    summary: "One template that a person wrote.",
    access: "corpus.read",
    params: textIdParams,
    answer: ownTemplateSchema,
  }),
  changeTemplate: defineContract({
    method: "PUT",
    path: "/api/templates/{id}",
    summary: "Replace what a template says. Prompts that it wrote stay as they are.",
    access: "prompts.manage",
    params: textIdParams,
    body: ownTemplateDraftSchema,
    answer: ownTemplateSchema,
  }),
  deleteTemplate: defineContract({
    method: "DELETE",
    path: "/api/templates/{id}",
    summary: "Delete a template. Prompts that it wrote stay.",
    access: "prompts.manage",
    params: textIdParams,
    answer: null,
  }),
};
