import type { Contract } from "../define-contract";
import { authContracts } from "./auth-contracts";
import { datasetContracts } from "./dataset-contracts";
import { evaluationContracts } from "./evaluation-contracts";
import { exportContracts } from "./export-contracts";
import { fewShotContracts } from "./few-shot-contracts";
import { findingContracts } from "./finding-contracts";
import { generationRunContracts } from "./generation-run-contracts";
import { implementationContracts } from "./implementation-contracts";
import { importContracts } from "./import-contracts";
import { llmCallContracts } from "./llm-call-contracts";
import { peopleContracts } from "./people-contracts";
import { promptContracts } from "./prompt-contracts";
import { promptRunContracts } from "./prompt-run-contracts";
import { providerContracts } from "./provider-contracts";
import { reviewContracts } from "./review-contracts";
import { runnerContracts, runnerProtocolContracts } from "./runner-contracts";
import { sampleContracts } from "./sample-contracts";
import { studioContracts } from "./studio-contracts";
import { templateContracts } from "./template-contracts";
import { tokenContracts } from "./token-contracts";
import { trainingRunContracts } from "./training-run-contracts";

/** By the names under which the route files import them. */
export const contractGroups = {
  studioContracts,
  authContracts,
  peopleContracts,
  tokenContracts,
  importContracts,
  promptContracts,
  promptRunContracts,
  templateContracts,
  sampleContracts,
  reviewContracts,
  findingContracts,
  implementationContracts,
  fewShotContracts,
  generationRunContracts,
  llmCallContracts,
  providerContracts,
  exportContracts,
  datasetContracts,
  runnerContracts,
  runnerProtocolContracts,
  trainingRunContracts,
  evaluationContracts,
};

/** Every route of the HTTP API; a test compares it with the route files. */
export const apiContracts: readonly Contract[] = Object.values(contractGroups).flatMap((group) =>
  Object.values<Contract>(group),
);
