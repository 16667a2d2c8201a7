import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { ROOT } from "../../scripts/studio/settings.ts";
import type { TestStudio } from "./test-studio.ts";

const run = promisify(execFile);

interface Blueprint {
  prompt: string;
  category: string;
  complexity: string;
  ir: unknown;
}

/** Fills the studio with prompts of the templates and their right IRs, all of them accepted. */
export async function acceptBlueprints({ db }: TestStudio, count: number): Promise<void> {
  const flags = ["blueprints", "--count", String(count), "--seed", "7"];
  const cli = ["--import", "tsx", join(ROOT, "apps/cli/src/main.ts"), ...flags];
  const { stdout } = await run(process.execPath, cli, { cwd: ROOT, maxBuffer: 2 ** 28 });
  const blueprints = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Blueprint);
  await makeCorpus(db, {
    samples: blueprints.length,
    each: (index) => {
      const blueprint = blueprints[index];
      if (blueprint === undefined) throw new Error("the command wrote too few blueprints");
      const { prompt, category, complexity, ir } = blueprint;
      return { prompt, category, complexity, irRaw: JSON.stringify(ir, null, 2) };
    },
  });
  await db.queueItem.updateMany({ data: { state: "accepted" } });
}
