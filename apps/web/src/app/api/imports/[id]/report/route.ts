import { streamImportReport } from "@foundry/core/imports/stream-import-report";
import { importContracts } from "../../../../../server/contracts/import-contracts";
import { route } from "../../../../../server/route";
import { streamFile } from "../../../../../server/stream-file";

export const GET = route(importContracts.getImportReport, ({ db, actor, params, request }) =>
  streamFile(() => streamImportReport(db, actor, params.id), {
    fileName: `import-report-${params.id}.jsonl`,
    signal: request.signal,
  }),
);
