import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../studio/settings.ts";

export interface ComposeService {
  image?: string;
  build?: { context: string; target: string };
  profiles?: string[];
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
  restart?: string;
  init?: boolean;
  stop_grace_period?: string;
}

export interface Compose {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
}

/** The compose file as Docker would see it with these variables. */
export function readCompose(variables: Record<string, string>): Compose {
  const text = readFileSync(join(ROOT, "docker-compose.yml"), "utf8");
  return interpolate(parse(text, { merge: true }), variables) as Compose;
}

function interpolate(value: unknown, variables: Record<string, string>): unknown {
  if (typeof value === "string") return interpolateText(value, variables);
  if (Array.isArray(value)) return value.map((item) => interpolate(item, variables));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, interpolate(item, variables)]);
  return Object.fromEntries(entries);
}

/** `${NAME}`, `${NAME:-default}` and `${NAME:?complaint}`. */
function interpolateText(text: string, variables: Record<string, string>): string {
  return text.replaceAll(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_all, name: string, operator?: string, rest?: string) => {
      const value = variables[name];
      if (value) return value;
      if (operator === "-") return rest ?? "";
      throw new Error(`${name}: ${rest ?? "not set"}`);
    },
  );
}
