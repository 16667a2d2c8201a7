import type { Contract } from "../define-contract";
import { authContracts } from "./auth-contracts";
import { exportContracts } from "./export-contracts";
import { importContracts } from "./import-contracts";
import { peopleContracts } from "./people-contracts";
import { reviewContracts } from "./review-contracts";
import { sampleContracts } from "./sample-contracts";
import { studioContracts } from "./studio-contracts";
import { tokenContracts } from "./token-contracts";

/** Every route of the HTTP API; a test compares it with the route files. */
export const apiContracts: readonly Contract[] = [
  studioContracts,
  authContracts,
  peopleContracts,
  tokenContracts,
  importContracts,
  sampleContracts,
  reviewContracts,
  exportContracts,
].flatMap((contracts) => Object.values<Contract>(contracts));
