"use client";

import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useId } from "react";
import classes from "./producer-choice.module.css";

/** One of those who can write, as a radio button that says what it is and how it stands. */
export function ProducerCard({
  title,
  text,
  state,
  isReady,
  isChosen,
  isDisabled = false,
  onChoose,
}: {
  title: string;
  text: string;
  state: string;
  isReady: boolean;
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
}) {
  const id = useId();
  const Icon = isReady ? IconCircleCheck : IconAlertTriangle;
  return (
    <label htmlFor={id} className={classes.card} data-chosen={isChosen || undefined}>
      <input
        id={id}
        type="radio"
        name="producer"
        aria-label={title}
        aria-describedby={`${id}-words`}
        checked={isChosen}
        disabled={isDisabled}
        onChange={onChoose}
      />
      <span className={classes.words}>
        <strong>{title}</strong>
        <span id={`${id}-words`}>
          <span className={classes.text}>{text}</span>
          <span className={classes.state} data-ready={isReady || undefined}>
            <Icon size={14} aria-hidden />
            {state}
          </span>
        </span>
      </span>
    </label>
  );
}
