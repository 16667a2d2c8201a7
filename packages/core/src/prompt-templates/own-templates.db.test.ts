import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect, vi } from "vitest";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { getPromptRun } from "../prompt-runs/get-prompt-run.ts";
import { runPromptRun } from "../prompt-runs/run-prompt-run.ts";
import { startPromptRun } from "../prompt-runs/start-prompt-run.ts";
import { TEMPLATES } from "../prompts/catalogue.ts";
import type { OwnTemplateDraft } from "../prompts/own-templates/own-template.schema.ts";
import { changeOwnTemplate } from "./change-own-template.ts";
import { createOwnTemplate } from "./create-own-template.ts";
import { deleteOwnTemplate } from "./delete-own-template.ts";
import { getOwnTemplate } from "./get-own-template.ts";
import { listTemplates } from "./list-templates.ts";

// Drawing takes long when the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const DRAFT: OwnTemplateDraft = {
  title: "Compare two limits",
  category: "control_flow",
  complexity: "medium",
  text: "Say 'in' when the {thing} lies between {low} and {high} units, and 'out' otherwise.",
  slots: [
    { name: "thing", kind: "choice", values: ["weight of a parcel", "depth of a river"] },
    { name: "low", kind: "number", values: ["1", "7"] },
    { name: "high", kind: "number", values: ["5", "9"] },
  ],
  rules: ["low < high"],
  examples: ["Say 'in' when the depth of a river lies between 1 and 9 units, and 'out' otherwise."],
};

dbTest("is stored, changed and deleted; a bad one is refused at its place", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin", name: "Ada" });
  const made = await createOwnTemplate(db, actor, DRAFT);
  expect(made).toMatchObject({ draft: DRAFT, createdBy: "Ada" });
  expect(await getOwnTemplate(db, actor, made.id)).toEqual(made);
  const templates = await listTemplates(db, actor);
  expect(templates).toHaveLength(TEMPLATES.length + 1);
  expect(templates[0]).toMatchObject({
    id: made.id,
    isOwn: true,
    combinations: 8,
    slots: [{ valueCount: 2 }, { valueCount: 2 }, { valueCount: 2 }],
    promptCount: 0,
  });
  expect(templates[1]).toMatchObject({ id: TEMPLATES[0]?.id, isOwn: false });
  expect(templates.every(({ example }) => example.length > 20)).toBe(true);

  const bad = { ...DRAFT, rules: ["low < top"] };
  for (const write of [
    () => createOwnTemplate(db, actor, bad),
    () => changeOwnTemplate(db, actor, made.id, bad),
  ]) {
    await expect(write()).rejects.toMatchObject({
      reason: "template_invalid",
      problems: [{ path: "/rules/0" }],
    });
  }
  expect(await getOwnTemplate(db, actor, made.id)).toEqual(made);

  const title = "Between two limits";
  await changeOwnTemplate(db, actor, made.id, { ...DRAFT, title });
  expect((await listTemplates(db, actor))[0]).toMatchObject({ id: made.id, title });
  await deleteOwnTemplate(db, actor, made.id);
  await expect(getOwnTemplate(db, actor, made.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteOwnTemplate(db, actor, made.id)).rejects.toMatchObject({ code: "not_found" });
});

dbTest("takes part in runs, as it was when the run was ordered", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const { id } = await createOwnTemplate(db, actor, DRAFT);
  const order = {
    seed: "7",
    quotas: { control_flow: 40 },
    complexityMix: null,
    withBlueprints: true,
  };
  const run = await startPromptRun(db, actor, order);
  await deleteOwnTemplate(db, actor, id);
  await runPromptRun(makeJobContext(db), { runId: run.id });
  const own = await db.prompt.findMany({
    where: { templateId: id },
    include: { samples: true },
  });
  expect(own.length).toBeGreaterThan(0);
  for (const { text, complexity, samples } of own) {
    expect(text).toMatch(/^Say 'in' when the (weight|depth) .* units, and 'out' otherwise\.$/);
    expect([complexity, samples]).toEqual(["medium", []]);
  }
  expect(await getPromptRun(db, actor, run.id)).toMatchObject({
    state: "done",
    createdCount: 40,
    sampleCount: 40 - own.length,
  });
});
