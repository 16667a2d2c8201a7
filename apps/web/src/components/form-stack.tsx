import type { FormEventHandler, ReactNode } from "react";
import classes from "./form-stack.module.css";

/** Fields one below the other; the browser's own bubbles stay off, because the fields speak for themselves. */
export function FormStack({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const submit: FormEventHandler = (event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
