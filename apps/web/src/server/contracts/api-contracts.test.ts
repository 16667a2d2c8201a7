import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createOpenApi } from "../create-open-api";
import { type Contract, METHODS } from "../define-contract";
import { apiContracts, contractGroups } from "./api-contracts";

const APP = join(import.meta.dirname, "../../app");

/** Every handler on disk as `GET /api/samples/{id}`, with the source of its export. */
const handlers = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  // A document, in which Python runs, and no part of the API.
  .filter((file) => file !== "sandbox/frame/route.ts")
  .flatMap((file) => {
    const source = readFileSync(join(APP, file), "utf8");
    const folder = file.replace(/\/route\.tsx?$/, "").replaceAll(/\[(\w+)\]/g, "{$1}");
    return METHODS.filter((method) => new RegExp(`export .*\\b${method}\\b`).test(source)).map(
      (method) => ({ name: `${method} /${folder}`, method, source }),
    );
  });

const groups: Record<string, Record<string, Contract>> = contractGroups;
const contractNames = apiContracts.map(({ method, path }) => `${method} ${path}`);

describe("the API's contracts", () => {
  it("are those of the route files, and the reverse", () => {
    expect(handlers.length).toBeGreaterThan(30);
    expect(contractNames.toSorted()).toEqual(handlers.map(({ name }) => name).toSorted());
  });

  it("are all in the OpenAPI document, and nothing else", () => {
    const operations = Object.entries(createOpenApi().paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations.toSorted()).toEqual(contractNames.toSorted());
  });

  it.each(handlers.map(({ name, ...handler }) => [name, handler] as const))(
    "check %s",
    (name, { method, source }) => {
      const used = new RegExp(`export const ${method} = route\\(\\s*(\\w+)\\.(\\w+),`).exec(source);
      const { [used?.[1] ?? ""]: group = {} } = groups;
      const contract = group[used?.[2] ?? ""];
      expect(`${contract?.method} ${contract?.path}`).toBe(name);
    },
  );
});
