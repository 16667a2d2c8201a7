import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { afterAll, expect, it } from "vitest";
import { freezeDataset } from "../datasets/freeze-dataset.ts";
import { getDataset } from "../datasets/get-dataset.ts";
import { listDatasetItems } from "../datasets/list-dataset-items.ts";
import { listDatasets } from "../datasets/list-datasets.ts";
import { previewDataset } from "../datasets/preview-dataset.ts";
import { DEFAULT_RECIPE } from "../datasets/recipe.schema.ts";
import { streamDatasetExport } from "../datasets/stream-dataset-export.ts";
import { DomainError } from "../errors.ts";
import { getEvaluation } from "../evaluations/get-evaluation.ts";
import { getEvaluationItem } from "../evaluations/get-evaluation-item.ts";
import { listEvaluationItems } from "../evaluations/list-evaluation-items.ts";
import { listEvaluations } from "../evaluations/list-evaluations.ts";
import { startEvaluation } from "../evaluations/start-evaluation.ts";
import { stopEvaluation } from "../evaluations/stop-evaluation.ts";
import { previewExport } from "../exports/preview-export.ts";
import { streamExport } from "../exports/stream-export.ts";
import { dismissFinding } from "../findings/dismiss-finding.ts";
import { getChecksOverview } from "../findings/get-checks-overview.ts";
import { rerunChecks } from "../findings/rerun-checks.ts";
import { retractDismissal } from "../findings/retract-dismissal.ts";
import { archiveFewShotSet } from "../generation/few-shots/archive-few-shot-set.ts";
import { getFewShotSet } from "../generation/few-shots/get-few-shot-set.ts";
import { listFewShotSets } from "../generation/few-shots/list-few-shot-sets.ts";
import { previewFewShotSet } from "../generation/few-shots/preview-few-shot-set.ts";
import { saveFewShotSet } from "../generation/few-shots/save-few-shot-set.ts";
import { type OrderGeneration, orderGenerationSchema } from "../generation/generation.schema.ts";
import { deleteProviderKey } from "../generation/keys/delete-provider-key.ts";
import { storeProviderKey } from "../generation/keys/store-provider-key.ts";
import { editModelPrices } from "../generation/prices/edit-model-prices.ts";
import { archiveEndpoint } from "../generation/providers/archive-endpoint.ts";
import { changeEndpoint } from "../generation/providers/change-endpoint.ts";
import { checkProvider } from "../generation/providers/check-provider.ts";
import { createEndpoint } from "../generation/providers/create-endpoint.ts";
import { getProviders } from "../generation/providers/get-providers.ts";
import { cancelGenerationRun } from "../generation/runs/cancel-generation-run.ts";
import { countItemFailures } from "../generation/runs/count-item-failures.ts";
import { estimateGeneration } from "../generation/runs/estimate-generation.ts";
import { getGenerationRun } from "../generation/runs/get-generation-run.ts";
import { getItemCandidates } from "../generation/runs/get-item-candidates.ts";
import { getLlmCall } from "../generation/runs/get-llm-call.ts";
import { getSampleCandidates } from "../generation/runs/get-sample-candidates.ts";
import { listGenerationItems } from "../generation/runs/list-generation-items.ts";
import { listGenerationRuns } from "../generation/runs/list-generation-runs.ts";
import { listLlmCalls } from "../generation/runs/list-llm-calls.ts";
import { pauseGenerationRun } from "../generation/runs/pause-generation-run.ts";
import { resumeGenerationRun } from "../generation/runs/resume-generation-run.ts";
import { retryGenerationItems } from "../generation/runs/retry-generation-items.ts";
import { startGenerationRun } from "../generation/runs/start-generation-run.ts";
import { getSpendOverview } from "../generation/spend/get-spend-overview.ts";
import { setSpendLimit } from "../generation/spend/set-spend-limit.ts";
import { acknowledgeTerms } from "../generation/terms/acknowledge-terms.ts";
import { addImplementation } from "../implementations/add-implementation.ts";
import { deleteImplementation } from "../implementations/delete-implementation.ts";
import { getSampleEvidence } from "../implementations/get-sample-evidence.ts";
import { cancelImport } from "../imports/cancel-import.ts";
import { getImport } from "../imports/get-import.ts";
import { listImportIssues } from "../imports/list-import-issues.ts";
import { listImports } from "../imports/list-imports.ts";
import { retryImport } from "../imports/retry-import.ts";
import { startImport } from "../imports/start-import.ts";
import { streamImportReport } from "../imports/stream-import-report.ts";
import { getOverview } from "../overview/get-overview.ts";
import { changePerson } from "../people/change-person.ts";
import { createApiToken } from "../people/create-api-token.ts";
import { invitePerson } from "../people/invite-person.ts";
import { listApiTokens } from "../people/list-api-tokens.ts";
import { listInvitations } from "../people/list-invitations.ts";
import { listPeople } from "../people/list-people.ts";
import { revokeApiToken } from "../people/revoke-api-token.ts";
import { revokeInvitation } from "../people/revoke-invitation.ts";
import { archivePrompts } from "../prompt-list/archive-prompts.ts";
import { getPrompt } from "../prompt-list/get-prompt.ts";
import { listDuplicatePrompts } from "../prompt-list/list-duplicate-prompts.ts";
import { listPrompts } from "../prompt-list/list-prompts.ts";
import { restorePrompts } from "../prompt-list/restore-prompts.ts";
import { cancelPromptRun } from "../prompt-runs/cancel-prompt-run.ts";
import { getPromptRun } from "../prompt-runs/get-prompt-run.ts";
import { listPromptRefusals } from "../prompt-runs/list-prompt-refusals.ts";
import { listPromptRuns } from "../prompt-runs/list-prompt-runs.ts";
import { previewPromptRun } from "../prompt-runs/preview-prompt-run.ts";
import type { OrderPrompts } from "../prompt-runs/prompt-run.schema.ts";
import { retryPromptRun } from "../prompt-runs/retry-prompt-run.ts";
import { startPromptRun } from "../prompt-runs/start-prompt-run.ts";
import { changeOwnTemplate } from "../prompt-templates/change-own-template.ts";
import { createOwnTemplate } from "../prompt-templates/create-own-template.ts";
import { deleteOwnTemplate } from "../prompt-templates/delete-own-template.ts";
import { getOwnTemplate } from "../prompt-templates/get-own-template.ts";
import { listTemplates } from "../prompt-templates/list-templates.ts";
import type { OwnTemplateDraft } from "../prompts/own-templates/own-template.schema.ts";
import { claimSample } from "../reviews/claim-sample.ts";
import { discardDraft } from "../reviews/discard-draft.ts";
import { heartbeatLease } from "../reviews/heartbeat-lease.ts";
import { recordReview } from "../reviews/record-review.ts";
import { releaseLease } from "../reviews/release-lease.ts";
import type { RecordReview } from "../reviews/review.schema.ts";
import { saveDraft } from "../reviews/save-draft.ts";
import { summariseQueue } from "../reviews/summarise-queue.ts";
import { undoReview } from "../reviews/undo-review.ts";
import { createRunner } from "../runners/create-runner.ts";
import { listRunners } from "../runners/list-runners.ts";
import { openArtifact } from "../runners/open-artifact.ts";
import { revokeRunner } from "../runners/revoke-runner.ts";
import { getSample } from "../samples/get-sample.ts";
import { listCategories } from "../samples/list-categories.ts";
import { listSamples } from "../samples/list-samples.ts";
import { createFolderStorage } from "../storage/folder-storage.ts";
import { estimateTrainingRun } from "../training/estimate-training-run.ts";
import { getTrainingLog } from "../training/get-training-log.ts";
import { getTrainingMetrics } from "../training/get-training-metrics.ts";
import { getTrainingRun } from "../training/get-training-run.ts";
import { listTrainingEvents } from "../training/list-training-events.ts";
import { listTrainingRuns } from "../training/list-training-runs.ts";
import { PRESETS } from "../training/presets.ts";
import { resumeTrainingRun } from "../training/resume-training-run.ts";
import { startTrainingRun } from "../training/start-training-run.ts";
import { stopTrainingRun } from "../training/stop-training-run.ts";
import type { Actor } from "./actor.ts";

const ID = randomUUID();
const HELD = { sampleId: 1, leaseToken: 1 };
const DRAFT = { baseIrId: ID, irRaw: "{", checklist: [], note: null };
const VERDICT: RecordReview = {
  ...HELD,
  id: ID,
  baseIrId: ID,
  checklist: [],
  note: null,
  verdict: "accept",
};
const FINDING = { sampleId: 1, irId: ID, check: "vague_effect", path: "", message: "vague" };
const ORDER: OrderPrompts = {
  seed: "7",
  quotas: { mathematical: 1 },
  complexityMix: null,
  withBlueprints: false,
};
const TEMPLATE: OwnTemplateDraft = {
  title: "Add",
  category: "mathematical",
  complexity: "easy",
  text: "Add two numbers.",
  slots: [],
  rules: [],
  examples: [],
};
const GENERATION: OrderGeneration = orderGenerationSchema.parse({
  producer: "blueprint",
  choice: {},
});
const ENDPOINT = {
  endpoint: {
    name: "own",
    baseUrl: "http://127.0.0.1:1",
    model: "m",
    inputPrice: null,
    outputPrice: null,
    hasSchema: true,
  },
  secret: null,
};
const RETRY = { itemIds: null, failure: null };
const RECIPE = { kind: "accepted", perCategory: 1, seed: "7" } as const;
const DATASET = { recipe: DEFAULT_RECIPE };
const TRAINING = { datasetId: ID, config: PRESETS.smoke.config };
const EMAIL = "eve@example.org";
const folder = join(tmpdir(), `foundry-rights-${ID}`);
const storage = createFolderStorage(folder);
const nothing = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });

afterAll(() => rm(folder, { recursive: true, force: true }));

type Call = (db: Database, actor: Actor) => Promise<unknown>;

/** Every function of core that takes an actor. */
const EVERYONE: Record<string, Call> = {
  addImplementation: (db, actor) => addImplementation(db, actor, 1, { source: "x" }),
  claimSample: (db, actor) => claimSample(db, actor, { includeSkipped: false }),
  createApiToken: (db, actor) => createApiToken(db, actor, { name: "cli", expiresInDays: null }),
  deleteImplementation: (db, actor) => deleteImplementation(db, actor, ID),
  discardDraft: (db, actor) => discardDraft(db, actor, 1),
  dismissFinding: (db, actor) => dismissFinding(db, actor, FINDING),
  getChecksOverview,
  getOverview,
  getOwnTemplate: (db, actor) => getOwnTemplate(db, actor, "own_1"),
  getPrompt: (db, actor) => getPrompt(db, actor, 1),
  getPromptRun: (db, actor) => getPromptRun(db, actor, ID),
  getSample: (db, actor) => getSample(db, actor, 1),
  getSampleCandidates: (db, actor) => getSampleCandidates(db, actor, 1),
  getSampleEvidence: (db, actor) => getSampleEvidence(db, actor, 1),
  heartbeatLease: (db, actor) => heartbeatLease(db, actor, HELD),
  listApiTokens,
  listCategories,
  listDuplicatePrompts,
  listPromptRefusals: (db, actor) => listPromptRefusals(db, actor, ID, { limit: 1 }),
  listPromptRuns: (db, actor) => listPromptRuns(db, actor, { limit: 1 }),
  listPrompts: (db, actor) => listPrompts(db, actor, { limit: 1 }),
  listSamples: (db, actor) => listSamples(db, actor, { limit: 1 }),
  listTemplates,
  recordReview: (db, actor) => recordReview(db, actor, VERDICT),
  releaseLease: (db, actor) => releaseLease(db, actor, HELD),
  retractDismissal: (db, actor) => retractDismissal(db, actor, ID),
  revokeApiToken: (db, actor) => revokeApiToken(db, actor, ID),
  saveDraft: (db, actor) => saveDraft(db, actor, 1, DRAFT),
  summariseQueue,
  undoReview: (db, actor) => undoReview(db, actor, ID),
};

const ADMINS_ONLY: Record<string, Call> = {
  acknowledgeTerms,
  archiveEndpoint: (db, actor) => archiveEndpoint(db, actor, ID),
  archiveFewShotSet: (db, actor) => archiveFewShotSet(db, actor, ID),
  archivePrompts: (db, actor) => archivePrompts(db, actor, { ids: [1] }),
  cancelGenerationRun: (db, actor) => cancelGenerationRun(db, actor, ID),
  cancelImport: (db, actor) => cancelImport(db, actor, ID),
  cancelPromptRun: (db, actor) => cancelPromptRun(db, actor, ID),
  changeEndpoint: (db, actor) => changeEndpoint(db, actor, ID, ENDPOINT),
  changeOwnTemplate: (db, actor) => changeOwnTemplate(db, actor, "own_1", TEMPLATE),
  changePerson: (db, actor) => changePerson(db, actor, ID, { role: "admin" }),
  checkProvider: (db, actor) => checkProvider(db, actor, "anthropic"),
  countItemFailures: (db, actor) => countItemFailures(db, actor, ID),
  createEndpoint: (db, actor) => createEndpoint(db, actor, ENDPOINT),
  createOwnTemplate: (db, actor) => createOwnTemplate(db, actor, TEMPLATE),
  deleteOwnTemplate: (db, actor) => deleteOwnTemplate(db, actor, "own_1"),
  deleteProviderKey,
  editModelPrices: (db, actor) => editModelPrices(db, actor, "m", { prices: null, pricedOn: null }),
  estimateGeneration: (db, actor) => estimateGeneration(db, actor, GENERATION),
  getFewShotSet: (db, actor) => getFewShotSet(db, actor, ID),
  getGenerationRun: (db, actor) => getGenerationRun(db, actor, ID),
  getImport: (db, actor) => getImport(db, actor, ID),
  getItemCandidates: (db, actor) => getItemCandidates(db, actor, ID, ID),
  getLlmCall: (db, actor) => getLlmCall(db, actor, ID),
  getProviders,
  getSpendOverview,
  invitePerson: (db, actor) => invitePerson(db, actor, { email: EMAIL, role: "admin" }),
  listFewShotSets,
  listGenerationItems: (db, actor) => listGenerationItems(db, actor, ID, { limit: 1 }),
  listGenerationRuns: (db, actor) => listGenerationRuns(db, actor, { limit: 1 }),
  listImportIssues: (db, actor) => listImportIssues(db, actor, ID, { limit: 1 }),
  listImports: (db, actor) => listImports(db, actor, { limit: 1 }),
  listInvitations,
  listLlmCalls: (db, actor) => listLlmCalls(db, actor, { limit: 1 }),
  listPeople,
  pauseGenerationRun: (db, actor) => pauseGenerationRun(db, actor, ID),
  previewExport,
  previewFewShotSet: (db, actor) => previewFewShotSet(db, actor, RECIPE),
  previewPromptRun: (db, actor) => previewPromptRun(db, actor, ORDER),
  rerunChecks,
  restorePrompts: (db, actor) => restorePrompts(db, actor, { ids: [1] }),
  resumeGenerationRun: (db, actor) => resumeGenerationRun(db, actor, ID, {}),
  retryGenerationItems: (db, actor) => retryGenerationItems(db, actor, ID, RETRY),
  retryImport: (db, actor) => retryImport(db, actor, ID),
  retryPromptRun: (db, actor) => retryPromptRun(db, actor, ID),
  revokeInvitation: (db, actor) => revokeInvitation(db, actor, ID),
  saveFewShotSet: (db, actor) => saveFewShotSet(db, actor, { name: "x", recipe: RECIPE }),
  setSpendLimit: (db, actor) => setSpendLimit(db, actor, { limitUsd: 1 }),
  startGenerationRun: (db, actor) => startGenerationRun(db, actor, GENERATION),
  startImport: (db, actor) => startImport(db, storage, actor, { fileName: "x", content: nothing }),
  startPromptRun: (db, actor) => startPromptRun(db, actor, ORDER),
  storeProviderKey: (db, actor) =>
    storeProviderKey(db, actor, { key: "k".repeat(20), secret: null }),
  streamExport: (db, actor) => streamExport(db, actor, { format: "original" }).next(),
  streamImportReport: (db, actor) => streamImportReport(db, actor, ID).next(),
  createRunner: (db, actor) => createRunner(db, actor, { name: "gpu" }),
  estimateTrainingRun: (db, actor) => estimateTrainingRun(db, actor, TRAINING),
  freezeDataset: (db, actor) => freezeDataset(db, storage, actor, { title: "x", ...DATASET }),
  getDataset: (db, actor) => getDataset(db, actor, ID),
  getEvaluation: (db, actor) => getEvaluation(db, actor, ID),
  getEvaluationItem: (db, actor) => getEvaluationItem(db, actor, ID, 1),
  getTrainingLog: (db, actor) => getTrainingLog(db, actor, ID, { limit: 1 }),
  getTrainingMetrics: (db, actor) => getTrainingMetrics(db, actor, ID),
  getTrainingRun: (db, actor) => getTrainingRun(db, actor, ID),
  listDatasetItems: (db, actor) => listDatasetItems(db, actor, ID, { limit: 1 }),
  listDatasets: (db, actor) => listDatasets(db, actor, { limit: 1 }),
  listEvaluationItems: (db, actor) => listEvaluationItems(db, actor, ID, { limit: 1 }),
  listEvaluations: (db, actor) => listEvaluations(db, actor, { limit: 1 }),
  listRunners,
  listTrainingEvents: (db, actor) => listTrainingEvents(db, actor, ID, null),
  listTrainingRuns: (db, actor) => listTrainingRuns(db, actor, { limit: 1 }),
  openArtifact: (db, actor) => openArtifact(db, storage, actor, ID),
  previewDataset: (db, actor) => previewDataset(db, actor, DATASET),
  resumeTrainingRun: (db, actor) => resumeTrainingRun(db, actor, ID),
  revokeRunner: (db, actor) => revokeRunner(db, actor, ID),
  startEvaluation: (db, actor) => startEvaluation(db, actor, { trainingRunId: ID }),
  startTrainingRun: (db, actor) =>
    startTrainingRun(db, actor, { ...TRAINING, preset: "smoke", requestKey: ID }),
  stopEvaluation: (db, actor) => stopEvaluation(db, actor, ID),
  stopTrainingRun: (db, actor) => stopTrainingRun(db, actor, ID),
  streamDatasetExport: (db, actor) =>
    streamDatasetExport(db, storage, actor, ID, { format: "chat" }).next(),
};

dbTest("every function lets in exactly the roles that it is for", async ({ db }) => {
  const found: Record<string, string> = {};
  for (const [name, call] of Object.entries({ ...EVERYONE, ...ADMINS_ONLY })) {
    const roles = [];
    for (const role of ["admin", "reviewer"] as const) {
      if (!(await isForbidden(call, db, role))) roles.push(role);
    }
    found[name] = roles.join(", ");
  }
  const expected = (calls: Record<string, Call>, roles: string) =>
    Object.fromEntries(Object.keys(calls).map((name) => [name, roles]));
  expect(found).toEqual({
    ...expected(EVERYONE, "admin, reviewer"),
    ...expected(ADMINS_ONLY, "admin"),
  });
});

it("the tables name every function that takes an actor", () => {
  const source = join(import.meta.dirname, "..");
  const names = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[^.]+(\.[a-z]+)?\.ts$/.test(path) && !/test|testing/.test(path))
    .flatMap((path) => functionsWithActor(readFileSync(join(source, path), "utf8")));
  const known = [...Object.keys(EVERYONE), ...Object.keys(ADMINS_ONLY)];
  expect(names.toSorted()).toEqual(known.toSorted());
});

/** Names of the exported functions whose parameters include `db` and `actor`. */
function functionsWithActor(text: string): string[] {
  const heads = text.matchAll(/^export (?:async )?function\*? (\w+)\(([\s\S]*?)\n?\): /gm);
  return [...heads].flatMap(([, name = "", parameters = ""]) =>
    /\bdb: /.test(parameters) && /\bactor: Actor\b/.test(parameters) ? [name] : [],
  );
}

/** Refused for the role; any other answer means that the role was let in. */
async function isForbidden(call: Call, db: Database, role: Actor["role"]): Promise<boolean> {
  const { actor } = await makeUser(db, { role });
  try {
    await call(db, actor);
    return false;
  } catch (error) {
    if (error instanceof DomainError) return error.code === "forbidden";
    throw error;
  }
}
