import { streamExport } from "@foundry/core/exports/stream-export";
import { exportContracts } from "../../../../server/contracts/export-contracts";
import { route } from "../../../../server/route";
import { streamFile } from "../../../../server/stream-file";

export const GET = route(exportContracts.streamExport, ({ db, actor, params, request }) =>
  streamFile(() => streamExport(db, actor, params), {
    fileName: `foundry-${params.format}.jsonl`,
    signal: request.signal,
  }),
);
