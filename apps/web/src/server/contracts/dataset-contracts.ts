import {
  datasetExportFormatSchema,
  datasetItemPageSchema,
  datasetPageSchema,
  datasetPreviewSchema,
  datasetSchema,
  freezeDatasetSchema,
  listDatasetItemsQuerySchema,
  previewDatasetSchema,
} from "@foundry/core/datasets/dataset.schema";
import { splitSchema } from "@foundry/core/datasets/split.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const limit = z.coerce.number().int().min(1).max(200).default(50);

export const datasetContracts = {
  listDatasets: defineContract({
    method: "GET",
    path: "/api/datasets",
    summary: "Frozen datasets, newest first.",
    access: "dataset.manage",
    query: z.strictObject({ cursor: z.uuid().optional(), limit }),
    answer: datasetPageSchema,
  }),
  freezeDataset: defineContract({
    method: "POST",
    path: "/api/datasets",
    summary: "Freeze what a recipe gives from the reviewed samples. It never changes again.",
    access: "dataset.manage",
    body: freezeDatasetSchema,
    answer: datasetSchema,
    status: 201,
  }),
  previewDataset: defineContract({
    method: "POST",
    path: "/api/datasets/preview",
    summary: "What a recipe would give: counts, splits, problems. Nothing is stored.",
    access: "dataset.manage",
    body: previewDatasetSchema,
    answer: datasetPreviewSchema,
  }),
  getDataset: defineContract({
    method: "GET",
    path: "/api/datasets/{id}",
    summary: "One dataset: its recipe, what it holds in numbers, and its files.",
    access: "dataset.manage",
    params: uuidParams,
    answer: datasetSchema,
  }),
  listDatasetItems: defineContract({
    method: "GET",
    path: "/api/datasets/{id}/items",
    summary: "The samples of a dataset in the order of its files.",
    access: "dataset.manage",
    params: uuidParams,
    query: listDatasetItemsQuerySchema,
    answer: datasetItemPageSchema,
  }),
  exportDataset: defineContract({
    method: "GET",
    path: "/api/datasets/{id}/exports/{format}",
    summary: "A dataset as JSONL; one split of it, or all. Wrong IRs are in `pairs` only.",
    access: "dataset.manage",
    params: uuidParams.extend({ format: datasetExportFormatSchema }),
    query: z.strictObject({ split: splitSchema.optional() }),
    answer: { contentType: "application/x-ndjson" },
  }),
};
