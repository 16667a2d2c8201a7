import type { ExampleIr } from "./check.ts";

/** The IR of an example as a JSON value: what it names, and the shortest legal rest. */
export function buildExampleIr(example: ExampleIr): Record<string, unknown> {
  const { summary, name, parameters, returns, effects, assertions, constraints, overrides } =
    example;
  return {
    intent: { summary: summary ?? "Example of a function." },
    signature: {
      name: name ?? "example",
      parameters: Object.entries(parameters ?? {}).map(([parameter, typeHint]) => ({
        name: parameter,
        type_hint: typeHint,
      })),
      returns: returns ?? null,
    },
    effects: (effects ?? []).map((description) => ({ description })),
    assertions: (assertions ?? []).map((predicate) => ({ predicate })),
    constraints: constraints ?? [],
    ...overrides,
  };
}
