"use client";

import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { AccountButton } from "./account-button";
import { readColorScheme } from "../theme/read-color-scheme";
import classes from "./account-menu.module.css";
import type { FrameUser } from "./frame-user";
import { signOut } from "./sign-out";

/** Who is signed in, the appearance, and the way out; mounted, and opened, by the first press. */
export function AccountMenu({ user, isOpen }: { user: FrameUser; isOpen: boolean }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu defaultOpened position={isOpen ? "top-start" : "right-end"} width={240} withinPortal>
      <Menu.Target>
        <AccountButton user={user} isOpen={isOpen} />
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
