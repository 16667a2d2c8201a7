"use client";

import { Menu, useMantineColorScheme } from "@mantine/core";
import {
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
} from "@tabler/icons-react";
import { readColorScheme } from "../theme/read-color-scheme";
import classes from "./account-menu.module.css";
import type { FrameUser } from "./frame-user";
import { signOut } from "./sign-out";

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return letters.join("").toUpperCase();
}

/** Who is signed in, the appearance, and the way out. */
export function AccountMenu({ user, isOpen }: { user: FrameUser; isOpen: boolean }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position={isOpen ? "top-start" : "right-end"} width={240} withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes.account}
          data-open={isOpen}
          aria-label={`Account of ${user.name}`}
        >
          <span className={classes.avatar} aria-hidden>
            {initials(user.name)}
          </span>
          <span className={classes.name}>{user.name}</span>
          <IconSelector size={14} aria-hidden className={classes.chevron ?? ""} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
          <span>{user.role === "admin" ? "Admin" : "Reviewer"}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(readColorScheme(value))}
        >
          <Menu.RadioItem value="light" rightSection={<IconSun size={14} />}>
            Light
          </Menu.RadioItem>
          <Menu.RadioItem value="dark" rightSection={<IconMoon size={14} />}>
            Dark
          </Menu.RadioItem>
          <Menu.RadioItem value="auto" rightSection={<IconDeviceDesktop size={14} />}>
            Same as system
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={14} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
