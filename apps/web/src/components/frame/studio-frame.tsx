"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { CommandsProvider } from "./commands";
import type { FrameUser } from "./frame-user";
import { Navigation } from "./navigation";
import { type NavigationMemory, rememberNavigation } from "./navigation-memory";
import { Palette } from "./palette";
import classes from "./studio-frame.module.css";

/** The navigation beside the page; the desk asks for its own, closed by default. */
export function StudioFrame({
  user,
  memory,
  children,
}: {
  user: FrameUser;
  memory: NavigationMemory;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const place = pathname === "/review" ? "desk" : "studio";
  const [isOpenAt, setIsOpenAt] = useState(memory);
  const isOpen = isOpenAt[place];
  const toggle = () => {
    setIsOpenAt({ ...isOpenAt, [place]: !isOpen });
    rememberNavigation(place, !isOpen);
  };
  return (
    <CommandsProvider>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <div className={classes.frame} data-nav={isOpen ? "open" : "closed"}>
        <Navigation user={user} pathname={pathname} isOpen={isOpen} onToggle={toggle} />
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <Palette user={user} onToggleNavigation={toggle} />
    </CommandsProvider>
  );
}
