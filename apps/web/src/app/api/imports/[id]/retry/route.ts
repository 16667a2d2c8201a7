import { retryImport } from "@foundry/core/imports/retry-import";
import { importContracts } from "../../../../../server/contracts/import-contracts";
import { route } from "../../../../../server/route";

export const POST = route(importContracts.retryImport, ({ db, actor, params }) =>
  retryImport(db, actor, params.id),
);
