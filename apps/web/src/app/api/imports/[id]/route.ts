import { getImport } from "@foundry/core/imports/get-import";
import { importContracts } from "../../../../server/contracts/import-contracts";
import { route } from "../../../../server/route";

export const GET = route(importContracts.getImport, ({ db, actor, params }) =>
  getImport(db, actor, params.id),
);
