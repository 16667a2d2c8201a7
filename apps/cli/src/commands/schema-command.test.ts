import { irJsonSchema } from "@foundry/core/ir/ir-json-schema";
import { irLlmSchema } from "@foundry/core/ir/ir-llm-schema";
import { expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

it.each([
  ["2020-12", ["schema"], irJsonSchema("2020-12")],
  ["2020-12", ["schema", "--draft", "2020-12"], irJsonSchema("2020-12")],
  ["draft 7", ["schema", "--draft", "7"], irJsonSchema("draft-7")],
  ["the subset for models", ["schema", "--draft", "llm"], irLlmSchema()],
])("prints %s for %j", async (_, args, schema) => {
  const { exitCode, stdout, stderr } = await runCli(args);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toEqual(schema);
});
