import type { EvidenceEvent, EvidenceRequest } from "../../evidence/evidence.schema.ts";
import { runEvidence } from "../../evidence/server/run-in-sandbox.ts";
import type { UsableSandbox } from "../../evidence/server/sandbox.ts";

/** Starting an interpreter waits for the disk as well as for a processor. */
const AT_ONCE = 3;

/** What the harness says about each request, in order, each in a sandbox of its own. */
export async function runBlueprints(
  sandbox: UsableSandbox,
  requests: readonly EvidenceRequest[],
): Promise<EvidenceEvent[][]> {
  const results: EvidenceEvent[][] = requests.map(() => []);
  const rest = requests.entries();
  const work = async () => {
    for (const [index, request] of rest) {
      for await (const event of runEvidence(sandbox, request)) results[index]?.push(event);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
