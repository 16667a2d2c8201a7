"use client";

import type { TemplateProblem } from "@foundry/core/prompts/own-templates/own-template.schema";
import { TextWithCode } from "../../../components/text-with-code";
import { describeAt, type TemplateForm } from "../template-form";
import { LinesPanel } from "./lines-panel";
import { SentencePanel } from "./sentence-panel";
import { SlotsPanel } from "./slots-panel";
import classes from "./template-fields.module.css";

const MAX_RULES = 20;
const MAX_EXAMPLES = 10;

export function TemplateFields({
  form,
  problems,
  showsBlank,
  onChange,
}: {
  form: TemplateForm;
  problems: readonly TemplateProblem[];
  /** Whether a blank field is already a fault, or just not filled in yet. */
  showsBlank: boolean;
  onChange: (changes: Partial<TemplateForm>) => void;
}) {
  const sayAt = (path: string, value: string) => {
    const words = showsBlank || value.trim() !== "" ? describeAt(problems, path) : null;
    return words === null ? null : <TextWithCode>{words}</TextWithCode>;
  };
  return (
    <div className={classes.fields}>
      <SentencePanel form={form} sayAt={sayAt} onChange={onChange} />
      <SlotsPanel form={form} sayAt={sayAt} onChange={onChange} />
      <LinesPanel
        title="Rules"
        path="/rules"
        noun="rule"
        max={MAX_RULES}
        placeholder="low < high"
        lines={form.rules}
        sayAt={sayAt}
        onChange={(rules) => onChange({ rules })}
      >
        No rules: every choice of values is a prompt. A rule compares slots in Python, such as{" "}
        <code>low &lt; high</code>.
      </LinesPanel>
      <LinesPanel
        title="Examples"
        path="/examples"
        noun="example"
        max={MAX_EXAMPLES}
        isProse
        placeholder="Return True if a number is between 1 and 9, both included."
        lines={form.examples}
        sayAt={sayAt}
        onChange={(examples) => onChange({ examples })}
      >
        No examples. Write out a prompt that you expect: if the template cannot write it, you are
        told where it differs.
      </LinesPanel>
    </div>
  );
}
