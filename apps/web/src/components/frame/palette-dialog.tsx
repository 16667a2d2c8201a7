"use client";

import { askToLeave } from "./ask-to-leave";
import { useMantineColorScheme } from "@mantine/core";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { Shortcut } from "../shortcut";
import { type Command, useRegisteredCommands } from "./commands";
import type { FrameUser } from "./frame-user";
import classes from "./palette-dialog.module.css";
import { listStudioCommands } from "./studio-commands";

function toAction({
  id,
  label,
  hint,
  icon: Icon,
  keys,
  run,
}: Command): SpotlightActionGroupData["actions"][number] {
  return {
    id,
    label,
    ...(hint === undefined ? {} : { description: hint }),
    ...(Icon === undefined ? {} : { leftSection: <Icon size={18} stroke={1.6} aria-hidden /> }),
    ...(keys === undefined ? {} : { rightSection: <Shortcut keys={keys} /> }),
    onClick: run,
  };
}

/** Every page and action that the person's role allows; the shown page's own actions come first. */
export function PaletteDialog({
  user,
  openCount,
  onToggleNavigation,
}: {
  user: FrameUser;
  openCount: number;
  onToggleNavigation: () => void;
}) {
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const onPage = useRegisteredCommands();
  const groups = useMemo(() => {
    const { pages, actions } = listStudioCommands(user.role, {
      goTo: (href) => {
        if (askToLeave(href)) router.push(href);
      },
      setColorScheme,
      toggleNavigation: onToggleNavigation,
    });
    return [
      { group: "On this page", actions: onPage.map(toAction) },
      { group: "Go to", actions: pages.map(toAction) },
      { group: "Do", actions: actions.map(toAction) },
    ].filter((group) => group.actions.length > 0);
  }, [user.role, router, setColorScheme, onToggleNavigation, onPage]);
  useEffect(() => spotlight.open(), [openCount]);
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      nothingFound="No page or action has these words."
      scrollable
      maxHeight={420}
      centered={false}
      yOffset="12vh"
      size={600}
      radius="lg"
      transitionProps={{ duration: 80 }}
      overlayProps={{ backgroundOpacity: 0.4 }}
      classNames={{
        action: classes.action ?? "",
        actionsGroup: classes.group ?? "",
        search: classes.search ?? "",
        content: classes.content ?? "",
      }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        placeholder: "Find a page or an action",
        "aria-label": "Find a page or an action",
      }}
    />
  );
}
