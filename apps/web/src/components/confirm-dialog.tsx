"use client";

import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./confirm-dialog.module.css";

/** Asks before an act that cannot be undone; the title and the button name the thing. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  verb,
  isBusy,
  onConfirm,
  onClose,
}: {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  verb: string;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size="sm">
      <div className={classes.text}>{children}</div>
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button color="rejected" loading={isBusy} onClick={onConfirm}>
          {verb}
        </Button>
      </div>
    </Modal>
  );
}
