"use client";

import { useHotkeys } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { FrameUser } from "./frame-user";
import { onOpenPalette, openPalette } from "./palette-store";

const PaletteDialog = dynamic(
  () => import("./palette-dialog").then((module) => module.PaletteDialog),
  { ssr: false },
);

/** Ctrl or ⌘ and K from anywhere, text fields included; the dialog's code waits for the first use. */
export function Palette({
  user,
  onToggleNavigation,
}: {
  user: FrameUser;
  onToggleNavigation: () => void;
}) {
  const [openCount, setOpenCount] = useState(0);
  useHotkeys([["mod+K", openPalette]], [], true);
  useEffect(() => onOpenPalette(() => setOpenCount((count) => count + 1)), []);
  if (openCount === 0) return null;
  return (
    <PaletteDialog user={user} openCount={openCount} onToggleNavigation={onToggleNavigation} />
  );
}
