"use client";

import type {
  GenerationEstimate,
  OrderGeneration,
} from "@foundry/core/generation/generation.schema";
import type { Providers } from "@foundry/core/generation/provider.schema";
import { SegmentedControl } from "@mantine/core";
import { Panel } from "../../../components/panel";
import { type GenerationDraft, startPurpose } from "../generation-draft";
import { AdvancedFields } from "./advanced-fields";
import { BudgetField } from "./budget-field";
import { ModelFields } from "./model-fields";
import classes from "./new-run-screen.module.css";
import { ProducerChoice } from "./producer-choice";
import { PromptFields } from "./prompt-fields";
import { WritingFields } from "./writing-fields";

export interface FormPartProps {
  draft: GenerationDraft;
  /** What the draft stands for, with everything chosen. */
  order: OrderGeneration;
  providers: Providers;
  onChange: (changes: Partial<GenerationDraft>) => void;
}

/** Everything that can be chosen of a run; what its producer has no use for is not shown. */
export function NewRunForm(
  props: FormPartProps & {
    estimate: GenerationEstimate | undefined;
    /** How many prompts of each category fit the rest of the choice. */
    counts: GenerationEstimate["byCategory"] | undefined;
  },
) {
  const { draft, order, estimate, counts, onChange } = props;
  const isModel = order.producer !== "blueprint";
  return (
    <div className={classes.form}>
      <Panel
        title="Who writes"
        aside={
          <SegmentedControl
            size="xs"
            aria-label="What is written"
            data={[
              { value: "irs", label: "IRs" },
              { value: "variations", label: "Variations of prompts" },
            ]}
            value={draft.purpose}
            onChange={(purpose) =>
              onChange(startPurpose(draft, purpose === "variations" ? "variations" : "irs"))
            }
          />
        }
      >
        <ProducerChoice {...props} />
      </Panel>
      <Panel title="For which prompts">
        <PromptFields draft={draft} counts={counts} onChange={onChange} />
      </Panel>
      {isModel && (
        <>
          <Panel title="How">
            <ModelFields {...props} />
            <WritingFields {...props} />
          </Panel>
          <Panel title="Budget">
            <BudgetField {...props} estimate={estimate} />
          </Panel>
          <AdvancedFields {...props} />
        </>
      )}
    </div>
  );
}
