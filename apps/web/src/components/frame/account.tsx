"use client";

import { lazy, Suspense, useState } from "react";
import { AccountButton } from "./account-button";
import type { FrameUser } from "./frame-user";

const loadMenu = () => import("./account-menu");
const AccountMenu = lazy(() => loadMenu().then((module) => ({ default: module.AccountMenu })));

/** The code of the menu is fetched when the pointer or the focus comes near, and not with every page. */
export function Account({ user, isOpen }: { user: FrameUser; isOpen: boolean }) {
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <AccountButton
      user={user}
      isOpen={isOpen}
      aria-expanded={false}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setIsWanted(true)}
    />
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu user={user} isOpen={isOpen} />
    </Suspense>
  );
}
