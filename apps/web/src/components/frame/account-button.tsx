import { IconSelector } from "@tabler/icons-react";
import type { ComponentPropsWithRef } from "react";
import classes from "./account-menu.module.css";
import type { FrameUser } from "./frame-user";

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return letters.join("").toUpperCase();
}

/** The person at the foot of the navigation; takes what a menu adds to its target. */
export function AccountButton({
  user,
  isOpen,
  ...props
}: { user: FrameUser; isOpen: boolean } & ComponentPropsWithRef<"button">) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      {...props}
      className={classes.account}
      data-open={isOpen}
      aria-label={`Account of ${user.name}`}
    >
      <span className={classes.avatar} data-initials={initials(user.name)} aria-hidden />
      <span className={classes.name}>{user.name}</span>
      <IconSelector size={14} aria-hidden className={classes.chevron ?? ""} />
    </button>
  );
}
