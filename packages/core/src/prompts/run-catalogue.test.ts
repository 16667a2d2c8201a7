import { describe, expect, test } from "vitest";
import { EVIDENCE_LIMIT_DEFAULTS } from "../evidence/evidence-limit-defaults.ts";
import type { EvidenceEvent, EvidenceRequest } from "../evidence/evidence.schema.ts";
import { probeSandbox } from "../evidence/server/probe-sandbox.ts";
import { canIsolate } from "../evidence/testing/can-isolate.ts";
import { TEMPLATES } from "./catalogue.ts";
import type { SlotChoice, Template } from "./template.ts";
import { drawInstances } from "./testing/draw-instances.ts";
import { runBlueprints } from "./testing/run-blueprints.ts";

function requestFor(template: Template, choice: SlotChoice): EvidenceRequest {
  const { ir, implementation, inputs } = template.buildBlueprint(choice);
  return {
    functionName: ir.signature.name,
    parameters: ir.signature.parameters.map(({ name }) => name),
    implementations: [{ id: "reference", source: implementation }],
    inputs: inputs.map((input) => ({ arguments: input, origin: "stored" })),
    predicates: (ir.assertions ?? []).map(({ predicate }) => predicate),
    maxMutants: 8,
    limits: EVIDENCE_LIMIT_DEFAULTS,
  };
}

function countMutants(runs: readonly EvidenceEvent[][]) {
  const outcomes = { killed: 0, survived: 0, equivalent: 0 };
  for (const event of runs.flat()) if (event.type === "mutant") outcomes[event.outcome] += 1;
  return outcomes;
}

// One of the two, told by its name: what isolates runs them, what does not has to refuse.
const SUITE = canIsolate()
  ? { name: "in the sandbox", define: testRuns }
  : { name: "on this machine, which cannot isolate,", define: testRefusal };
// An interpreter runs thousands of calls on a busy machine.
describe.for([SUITE])("blueprints $name", { timeout: 240_000 }, ({ define }) => {
  define();
});

function testRefusal() {
  test("are not run", async () => {
    expect(await probeSandbox()).toMatchObject({ isOn: false });
  });
}

function testRuns() {
  test("are right: predicates hold, nothing is changed in place, mutants die", async () => {
    const sandbox = await probeSandbox();
    if (!sandbox.isOn) throw new Error(sandbox.reason);
    const cases = TEMPLATES.flatMap((template) =>
      drawInstances(template, 2, 2).map((choice) => ({ template, choice })),
    );
    const runs = await runBlueprints(
      sandbox,
      cases.map(({ template, choice }) => requestFor(template, choice)),
    );
    for (const [index, events] of runs.entries()) {
      const { template, choice } = cases[index] ?? {};
      const name = `${template?.id} ${choice?.join(",")}`;
      expect(events.at(-1)?.type, name).toBe("finished");
      for (const event of events) {
        if (event.type === "implementation") expect(event.error, name).toBeNull();
        if (event.type !== "call") continue;
        expect(event.result.kind, `${name} input ${event.input}`).toBe("returned");
        expect(event.changedArguments, name).toBe(false);
        const failed = event.predicates.findIndex(({ kind }) => kind !== "holds");
        expect(failed, `${name} input ${event.input}`).toBe(-1);
      }
    }
    const { killed, survived } = countMutants(runs);
    expect(killed).toBeGreaterThan(500);
    expect(killed / (killed + survived)).toBeGreaterThanOrEqual(0.9);
  });
}
