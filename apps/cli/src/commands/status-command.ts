import { overviewSchema } from "@foundry/core/overview/overview.schema";
import { Command } from "commander";
import { z } from "zod";
import { EXIT_CODES } from "../exit-codes.ts";
import { callStudio, readAnswer, requestStudio } from "../studio/request-studio.ts";
import { addStudioOptions, chooseStudio, type StudioOptions } from "../studio/studio.ts";
import { writeResult } from "../write-output.ts";

const healthSchema = z.looseObject({ status: z.enum(["ok", "down"]) });

const NOTES = `
One JSON line: url, health (database, queue, version), and with a token the overview (prompts,
samples by state and category, last imports).

Exit code: 0 everything works, 1 a part is down, 2 no studio answers.`;

export function createStatusCommand(): Command {
  return addStudioOptions(
    new Command("status").description("say how a running studio is and what it holds"),
  )
    .addHelpText("after", NOTES)
    .action(runStatus);
}

async function runStatus(options: StudioOptions): Promise<void> {
  const studio = chooseStudio(options);
  const health = await readAnswer(await callStudio(studio, "/api/health"), healthSchema);
  const isAsked = studio.token !== undefined && health.status === "ok";
  const overview = isAsked
    ? await readAnswer(await requestStudio(studio, "/api/overview"), overviewSchema)
    : undefined;
  await writeResult({ url: studio.url, health, overview });
  if (health.status !== "ok") process.exitCode = EXIT_CODES.findings;
}
