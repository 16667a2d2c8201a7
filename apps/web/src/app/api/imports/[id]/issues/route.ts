import { listImportIssues } from "@foundry/core/imports/list-import-issues";
import { importContracts } from "../../../../../server/contracts/import-contracts";
import { route } from "../../../../../server/route";

export const GET = route(importContracts.listImportIssues, ({ db, actor, params, query }) =>
  listImportIssues(db, actor, params.id, query),
);
