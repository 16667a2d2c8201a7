"use client";

import type { ReactNode } from "react";
import { Panel } from "../../../components/panel";
import { findNewSlotName, nextKey, type SlotField, type TemplateForm } from "../template-form";
import { AddButton } from "./add-button";
import { SlotFields } from "./slot-fields";
import classes from "./template-fields.module.css";

const MAX_SLOTS = 12;

/** The slots of a template with their values; a name that the text uses is offered for the next one. */
export function SlotsPanel({
  form,
  sayAt,
  onChange,
}: {
  form: TemplateForm;
  sayAt: (path: string, value: string) => ReactNode;
  onChange: (changes: Partial<TemplateForm>) => void;
}) {
  const { slots } = form;
  const name = findNewSlotName(form);
  const changeSlot = (key: number, changes: Partial<SlotField>) =>
    onChange({ slots: slots.map((slot) => (slot.key === key ? { ...slot, ...changes } : slot)) });
  return (
    <Panel
      title="Slots"
      aside={
        <AddButton
          isFull={slots.length >= MAX_SLOTS}
          onClick={() =>
            onChange({ slots: [...slots, { key: nextKey(slots), name, kind: "text", values: "" }] })
          }
        >
          {name === "" ? "Add a slot" : `Add the slot ${name}`}
        </AddButton>
      }
    >
      {slots.length === 0 && (
        <p className={classes.none}>
          No slots yet. Name one in the text, such as {"{low}"}, then add it here with its values.
        </p>
      )}
      <div className={classes.stack}>
        {slots.map((slot, index) => (
          <SlotFields
            key={slot.key}
            slot={slot}
            nameError={sayAt(`/slots/${index}/name`, slot.name)}
            valuesError={sayAt(`/slots/${index}/values`, slot.values)}
            onChange={(changes) => changeSlot(slot.key, changes)}
            onRemove={() => onChange({ slots: slots.filter(({ key }) => key !== slot.key) })}
          />
        ))}
      </div>
    </Panel>
  );
}
