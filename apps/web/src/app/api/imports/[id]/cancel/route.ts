import { cancelImport } from "@foundry/core/imports/cancel-import";
import { importContracts } from "../../../../../server/contracts/import-contracts";
import { route } from "../../../../../server/route";

export const POST = route(importContracts.cancelImport, ({ db, actor, params }) =>
  cancelImport(db, actor, params.id),
);
