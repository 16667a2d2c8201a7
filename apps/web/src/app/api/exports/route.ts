import { previewExport } from "@foundry/core/exports/preview-export";
import { exportContracts } from "../../../server/contracts/export-contracts";
import { route } from "../../../server/route";

export const GET = route(exportContracts.previewExport, ({ db, actor }) =>
  previewExport(db, actor),
);
