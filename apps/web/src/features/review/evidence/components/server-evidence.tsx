import type { SampleEvidence } from "@foundry/core/implementations/implementation.schema";
import { RelativeTime } from "../../../../components/time/relative-time";
import { CodeText } from "./code-text";
import classes from "./server-evidence.module.css";

/** What the server found when it ran the stored IR by itself; a run here tells more. */
export function ServerEvidence({ found }: { found: NonNullable<SampleEvidence["server"]> }) {
  const { predicates, mutants, inputCount, ranAt } = found;
  const failing = predicates.filter(({ fails }) => fails > 0);
  const example = failing[0]?.counterExample;
  const noticed = mutants.killed + mutants.survived;
  return (
    <p className={classes.found} data-failing={failing.length > 0 || undefined}>
      Run by the server <RelativeTime at={ranAt} /> on {inputCount} inputs:{" "}
      {failing.length === 0
        ? "no assertion fails"
        : `${failing.length} of ${predicates.length} fail`}
      {example != null && (
        <>
          , first for <CodeText>{example.arguments || "no arguments"}</CodeText>
        </>
      )}
      {noticed > 0 && `; ${mutants.killed} of ${noticed} mistakes in the reference noticed`}.
    </p>
  );
}
