import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../studio/settings.ts";

export interface DockerStage {
  name: string;
  /** An image, or the stage it builds on. */
  from: string;
  env: Record<string, string>;
  command: string[] | undefined;
  healthCheck: string[] | undefined;
  user: string | undefined;
}

/** The stages of our Dockerfile, each with what it inherits from the stages below it. */
export function readDockerfile(): Map<string, DockerStage> {
  const text = readFileSync(join(ROOT, "Dockerfile"), "utf8").replaceAll("\\\n", " ");
  const stages = new Map<string, DockerStage>();
  let stage: DockerStage | undefined;
  for (const line of text.split("\n")) {
    const [, instruction = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (instruction === "FROM") {
      const [from = "", , name = ""] = rest.split(/\s+/);
      const below = stages.get(from);
      stage = below
        ? { ...below, name, from, env: { ...below.env } }
        : { name, from, env: {}, command: undefined, healthCheck: undefined, user: undefined };
      stages.set(name, stage);
    } else if (stage) read(stage, instruction, rest);
  }
  return stages;
}

function read(stage: DockerStage, instruction: string, rest: string) {
  const readJson = () => JSON.parse(rest.slice(rest.indexOf("["))) as string[];
  if (instruction === "CMD") stage.command = readJson();
  if (instruction === "HEALTHCHECK") stage.healthCheck = readJson();
  if (instruction === "USER") stage.user = rest;
  if (instruction === "ENV") {
    for (const pair of rest.split(/\s+/)) {
      const [name = "", value = ""] = pair.split("=");
      stage.env[name] = value;
    }
  }
}
