"use client";

import { COMPLEXITIES } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import type { TemplateForm } from "../template-form";
import classes from "./template-fields.module.css";

/** What a template is called, where it belongs, and its text. */
export function SentencePanel({
  form,
  sayAt,
  onChange,
}: {
  form: TemplateForm;
  sayAt: (path: string, value: string) => ReactNode;
  onChange: (changes: Partial<TemplateForm>) => void;
}) {
  return (
    <Panel title="Sentence">
      <div className={classes.stack}>
        <TextInput
          label="Title"
          placeholder="Between two limits"
          maxLength={120}
          value={form.title}
          error={sayAt("/title", form.title)}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <Select
            label="Category"
            data={PROMPT_CATEGORIES.map((value) => ({ value, label: formatName(value) }))}
            value={form.category}
            onChange={(value) => {
              const category = PROMPT_CATEGORIES.find((known) => known === value);
              if (category !== undefined) onChange({ category });
            }}
          />
          <Select
            label="Complexity"
            data={COMPLEXITIES.map((value) => ({ value, label: formatName(value) }))}
            value={form.complexity}
            onChange={(value) => {
              const complexity = COMPLEXITIES.find((known) => known === value);
              if (complexity !== undefined) onChange({ complexity });
            }}
          />
        </div>
        <Textarea
          label="Text"
          description="A slot stands in braces. “a” before a slot becomes “an” where the value needs it."
          placeholder="Return True if a {thing} is between {low} and {high}, both included."
          autosize
          minRows={3}
          maxLength={5_000}
          value={form.text}
          error={sayAt("/text", form.text)}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      </div>
    </Panel>
  );
}
