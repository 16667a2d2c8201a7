import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import Link from "next/link";
import type { ReactNode } from "react";
import { countOf } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import classes from "./facts.module.css";

/** What was ordered: enough to do the same again. */
export function RunOrder({ run }: { run: GenerationRun }) {
  return (
    <Panel title="Order">
      <dl className={classes.facts}>
        {listFacts(run).map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function listFacts(run: GenerationRun): [name: string, value: ReactNode][] {
  const facts: [string, ReactNode][] = [["Written by", run.producerTitle]];
  if (run.producer === "blueprint") return [...facts, ["Needs", "no key and no money"]];
  facts.push(["Model", run.model ?? "–"]);
  if (run.effort !== null) facts.push(["Effort", run.effort]);
  facts.push(["Sent", run.mode === "batch" ? "as batches, at half price" : "directly"]);
  if (run.purpose === "variations") {
    facts.push(["Variations", `${run.variationsPerPrompt ?? 0} of each prompt`]);
  } else {
    facts.push(
      [
        "Candidates",
        run.candidatesPerPrompt === 1
          ? "1 for each prompt"
          : `${run.candidatesPerPrompt} for each prompt, the best is taken`,
      ],
      ["Repair", run.repairTurns === 0 ? "never" : `up to ${countOf(run.repairTurns, "turn")}`],
      ["Examples", <Examples key="examples" run={run} />],
    );
  }
  facts.push(
    ["Instructions", run.promptVersion ?? "as they are when it starts"],
    ["At once", `up to ${countOf(run.maxInFlight, "request")}`],
    ["In doubt", run.onDoubt === "retry" ? "sent once more" : "left for a person"],
  );
  return facts;
}

function Examples({ run: { fewShotSet } }: { run: GenerationRun }) {
  if (fewShotSet === null) return "none";
  return (
    <Link href={`/generate/few-shots/${fewShotSet.id}`}>
      {`${fewShotSet.name}, version ${fewShotSet.version}`}
    </Link>
  );
}
