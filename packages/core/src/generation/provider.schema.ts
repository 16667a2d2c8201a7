import { z } from "zod";
import { storableTextSchema } from "../database/storable-text.ts";

const pricePerMillion = z.number().min(0).max(10_000);

/** Dollars for a million tokens, for prompts up to a length; the last row has no length. */
export const modelPricesSchema = z
  .array(
    z.strictObject({
      upToPromptTokens: z.int().min(1).nullable(),
      input: pricePerMillion,
      output: pricePerMillion,
      cacheWrite5m: pricePerMillion,
      cacheWrite1h: pricePerMillion,
      cacheRead: pricePerMillion,
      /** A batch costs this share of the rest. */
      batchFactor: z.number().min(0).max(1),
    }),
  )
  .min(1)
  .max(4);
export type ModelPrices = z.output<typeof modelPricesSchema>;

export const llmModelSchema = z.object({
  id: z.string(),
  provider: z.string(),
  title: z.string(),
  /** Null: not known, so no cost can be told. */
  prices: modelPricesSchema.nullable(),
  pricedOn: z.iso.date().nullable(),
  /** Whether a person changed the shipped prices. */
  isEdited: z.boolean(),
  lifecycle: z.enum(["active", "deprecated", "retired", "unknown"]),
  retiresAt: z.iso.datetime().nullable(),
  maxTokens: z.int().nullable(),
  /** When the provider was last asked. */
  lookedAt: z.iso.datetime().nullable(),
});
export type LlmModel = z.infer<typeof llmModelSchema>;
/** Null prices put the shipped ones back. */
export const editModelPricesSchema = z.strictObject({
  prices: modelPricesSchema.nullable(),
  pricedOn: z.iso.date().nullable(),
});

const providerCheckSchema = z.object({
  isOk: z.boolean().nullable(),
  message: z.string().nullable(),
  checkedAt: z.iso.datetime(),
});

/** What the studio can use to write IRs. */
export const providersSchema = z.object({
  anthropic: z.object({
    /** A key from the environment of the workers goes first. */
    keySource: z.enum(["environment", "stored", "none"]),
    hint: z.string().nullable(),
    storedBy: z.string().nullable(),
    storedAt: z.iso.datetime().nullable(),
    check: providerCheckSchema.nullable(),
    isBeingChecked: z.boolean(),
    termsUrl: z.string(),
    terms: z.object({ acknowledgedBy: z.string(), acknowledgedAt: z.iso.datetime() }).nullable(),
  }),
  endpoints: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      baseUrl: z.string(),
      model: z.string(),
      hasKey: z.boolean(),
      hint: z.string().nullable(),
      inputPrice: z.number().nullable(),
      outputPrice: z.number().nullable(),
      hasSchema: z.boolean(),
      check: providerCheckSchema.nullable(),
      isBeingChecked: z.boolean(),
    }),
  ),
  models: z.array(llmModelSchema),
});
export type Providers = z.infer<typeof providersSchema>;

export const storeProviderKeySchema = z.strictObject({ key: z.string().trim().min(8).max(500) });

export const saveEndpointSchema = z.strictObject({
  name: storableTextSchema.min(1).max(60),
  baseUrl: z.url({ protocol: /^https?$/ }).max(500),
  model: storableTextSchema.min(1).max(200),
  /** Null: no key; left out on a change: the one that is stored. */
  key: z.string().trim().min(1).max(500).nullable().optional(),
  inputPrice: pricePerMillion.nullable().default(null),
  outputPrice: pricePerMillion.nullable().default(null),
  hasSchema: z.boolean().default(true),
});
export type SaveEndpoint = z.output<typeof saveEndpointSchema>;
