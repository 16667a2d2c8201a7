import { VisibleText } from "../../../../components/text/visible-text";
import { CodeText } from "./code-text";

const VERBS = ["returned ", "raised "];

/** `returned 'text'`, `raised ValueError: no`, or words alone: what is Python's looks like it. */
export function OutcomeText({ outcome }: { outcome: string }) {
  const verb = VERBS.find((start) => outcome.startsWith(start));
  if (verb === undefined) return <VisibleText>{outcome}</VisibleText>;
  return (
    <>
      {verb}
      <CodeText>{outcome.slice(verb.length)}</CodeText>
    </>
  );
}
