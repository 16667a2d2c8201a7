"use client";

import type { TemplateProblem } from "@foundry/core/prompts/own-templates/own-template.schema";
import { COMPLEXITIES } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import { TextWithCode } from "../../../components/text-with-code";
import {
  describeAt,
  findNewSlotName,
  nextKey,
  pathOfRule,
  type TemplateForm,
} from "../template-form";
import { RuleRow } from "./rule-row";
import { SlotFields } from "./slot-fields";
import classes from "./template-fields.module.css";

const MAX_SLOTS = 12;
const MAX_RULES = 20;

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
  const newName = findNewSlotName(form);
  return (
    <div className={classes.fields}>
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
      <Panel
        title="Slots"
        aside={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={form.slots.length >= MAX_SLOTS}
            onClick={() =>
              onChange({
                slots: [
                  ...form.slots,
                  { key: nextKey(form), name: newName, kind: "text", values: "" },
                ],
              })
            }
          >
            {newName === "" ? "Add a slot" : `Add the slot ${newName}`}
          </Button>
        }
      >
        {form.slots.length === 0 && (
          <p className={classes.none}>
            No slots yet. Name one in the text, such as {"{low}"}, then add it here with its values.
          </p>
        )}
        <div className={classes.stack}>
          {form.slots.map((slot, index) => (
            <SlotFields
              key={slot.key}
              slot={slot}
              nameError={sayAt(`/slots/${index}/name`, slot.name)}
              valuesError={sayAt(`/slots/${index}/values`, slot.values)}
              onChange={(changes) =>
                onChange({
                  slots: form.slots.map((other) =>
                    other.key === slot.key ? { ...other, ...changes } : other,
                  ),
                })
              }
              onRemove={() =>
                onChange({ slots: form.slots.filter((other) => other.key !== slot.key) })
              }
            />
          ))}
        </div>
      </Panel>
      <Panel
        title="Rules"
        aside={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={form.rules.length >= MAX_RULES}
            onClick={() => onChange({ rules: [...form.rules, { key: nextKey(form), text: "" }] })}
          >
            Add a rule
          </Button>
        }
      >
        {form.rules.length === 0 && (
          <p className={classes.none}>
            No rules: every choice of values is a prompt. A rule compares slots in Python, such as{" "}
            <code>low &lt; high</code>.
          </p>
        )}
        <div className={classes.stack}>
          {form.rules.map((rule, index) => (
            <RuleRow
              key={rule.key}
              label={`Rule ${index + 1}`}
              value={rule.text}
              error={sayAt(pathOfRule(form.rules, rule.key), rule.text)}
              onChange={(text) =>
                onChange({
                  rules: form.rules.map((other) =>
                    other.key === rule.key ? { ...other, text } : other,
                  ),
                })
              }
              onRemove={() =>
                onChange({ rules: form.rules.filter((other) => other.key !== rule.key) })
              }
            />
          ))}
        </div>
      </Panel>
    </div>
  );
}
