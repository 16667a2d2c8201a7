"use client";

import { isAllowed } from "@foundry/core/auth/permissions";
import { Tooltip } from "@mantine/core";
import { IconLayoutSidebar, IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { Shortcut } from "../shortcut";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import type { FrameUser } from "./frame-user";
import classes from "./navigation.module.css";
import { isOnPage, STUDIO_PAGES, type StudioPage } from "./pages";
import { openPalette } from "./palette-store";

function PageLink({
  page,
  pathname,
  isOpen,
}: {
  page: StudioPage;
  pathname: string;
  isOpen: boolean;
}) {
  const isCurrent = isOnPage(pathname, page.href);
  return (
    <li>
      <Tooltip label={page.label} position="right" disabled={isOpen} openDelay={100}>
        <Link
          href={page.href}
          className={classes.item}
          {...(isCurrent ? { "aria-current": "page" as const } : {})}
        >
          <page.icon size={18} stroke={1.6} aria-hidden />
          <span className={classes.label}>{page.label}</span>
        </Link>
      </Tooltip>
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
      .map((page) => <PageLink key={page.href} page={page} pathname={pathname} isOpen={isOpen} />);
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
        <Tooltip label={toggleLabel} position="right">
          <button
            type="button"
            className={classes.toggle}
            onClick={onToggle}
            aria-label={toggleLabel}
            aria-expanded={isOpen}
          >
            <IconLayoutSidebar size={18} stroke={1.6} aria-hidden />
          </button>
        </Tooltip>
      </div>
      <Tooltip label="Find or do" position="right" disabled={isOpen} openDelay={100}>
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
      </Tooltip>
      <ul className={classes.group}>{links("work")}</ul>
      <ul className={classes.group} data-low>
        {links("studio")}
      </ul>
      <AccountMenu user={user} isOpen={isOpen} />
    </nav>
  );
}
