import { listImports } from "@foundry/core/imports/list-imports";
import { startImport } from "@foundry/core/imports/start-import";
import { importContracts } from "../../../server/contracts/import-contracts";
import { route } from "../../../server/route";

export const GET = route(importContracts.listImports, ({ db, actor, query }) =>
  listImports(db, actor, query),
);

export const POST = route(importContracts.startImport, ({ db, storage, actor, query, upload }) =>
  startImport(db, storage, actor, { ...query, content: upload }),
);
