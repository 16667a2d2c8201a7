"use client";

import { Radio } from "@mantine/core";
import { Panel } from "../../../components/panel";
import { NumberRow } from "../../../components/number-row";
import classes from "./form-fields.module.css";
import type { FormPartProps } from "./new-run-form";

const MAX_AT_ONCE = 64;

/** What is right as it is for most runs. */
export function AdvancedFields({ draft, order, onChange }: FormPartProps) {
  return (
    <Panel isFlush>
      <details>
        <summary className={classes.summary}>Advanced</summary>
        <div className={`${classes.fields} ${classes.inside}`}>
          {order.mode === "direct" && (
            <NumberRow
              label="Requests at once"
              hint="Over all workers. The limits of the provider hold in any case."
              value={draft.maxInFlight}
              min={1}
              max={MAX_AT_ONCE}
              onChange={(maxInFlight) => onChange({ maxInFlight })}
            />
          )}
          <Radio.Group
            label="Calls in doubt"
            description="After a crash or a broken connection nobody can tell whether a call that was sent was answered and is paid for."
            value={draft.onDoubt}
            onChange={(onDoubt) => onChange({ onDoubt: onDoubt === "hold" ? "hold" : "retry" })}
          >
            <div className={classes.fields} style={{ gap: 8, marginTop: 8 }}>
              <Radio
                value="retry"
                label="Send them once more"
                description="Every prompt gets its result; at worst such a call is paid twice."
              />
              <Radio
                value="hold"
                label="Leave them for a person"
                description="The prompt fails as “in doubt”, and nothing is paid twice unless you retry it."
              />
            </div>
          </Radio.Group>
        </div>
      </details>
    </Panel>
  );
}
