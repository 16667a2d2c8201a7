"use client";

import { isAllowed } from "@foundry/core/auth/permissions";
import { IconLayoutSidebar, IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { Shortcut } from "../shortcut";
import { Account } from "./account";
import { Brand } from "./brand";
import type { FrameUser } from "./frame-user";
import classes from "./navigation.module.css";
import { isOnPage, STUDIO_PAGES, type StudioPage } from "./pages";
import { openPalette } from "./palette-store";

function PageLink({ page, pathname }: { page: StudioPage; pathname: string }) {
  const isCurrent = isOnPage(pathname, page.href);
  return (
    <li>
      <Link
        href={page.href}
        className={classes.item}
        {...(isCurrent ? { "aria-current": "page" as const } : {})}
      >
        <page.icon size={18} stroke={1.6} aria-hidden />
        <span className={classes.label}>{page.label}</span>
      </Link>
    </li>
  );
}

export function Navigation({
  user,
  pathname,
  isOpen,
  onToggle,
}: {
  user: FrameUser;
  pathname: string;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const pages = STUDIO_PAGES.filter((page) => isAllowed(user.role, page.needs));
  const toggleLabel = isOpen ? "Close the navigation" : "Open the navigation";
  const links = (group: StudioPage["group"]) =>
    pages
      .filter((page) => page.group === group)
      .map((page) => <PageLink key={page.href} page={page} pathname={pathname} />);
  return (
    <nav className={classes.nav} data-open={isOpen} aria-label="Main">
      <div className={classes.head}>
        <Link
          href="/"
          className={classes.brand}
          tabIndex={isOpen ? 0 : -1}
          aria-label="IR Foundry, overview"
        >
          <Brand />
          <span>IR Foundry</span>
        </Link>
        <button
          type="button"
          className={classes.toggle}
          onClick={onToggle}
          aria-label={toggleLabel}
          title={toggleLabel}
          aria-expanded={isOpen}
        >
          <IconLayoutSidebar size={18} stroke={1.6} aria-hidden />
        </button>
      </div>
      <button
        type="button"
        className={classes.search}
        onClick={openPalette}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={classes.label}>Find or do…</span>
        <span className={classes.keys}>
          <Shortcut keys={["mod", "K"]} />
        </span>
      </button>
      <ul className={classes.group}>{links("work")}</ul>
      <ul className={classes.group} data-low>
        {links("studio")}
      </ul>
      <Account user={user} isOpen={isOpen} />
    </nav>
  );
}
