"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable=true], [role=dialog]";

/** Steps through the items: J or → to the next, K or ← to the one before. */
export function ItemSteps({ previous, next }: { previous: string | null; next: string | null }) {
  const router = useRouter();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      const href = { j: next, arrowright: next, k: previous, arrowleft: previous }[
        event.key.toLowerCase()
      ];
      if (href != null) router.push(href);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [router, previous, next]);
  return (
    <ActionIcon.Group>
      <Step href={previous} label="Previous item" keys="K" icon={IconChevronLeft} />
      <Step href={next} label="Next item" keys="J" icon={IconChevronRight} />
    </ActionIcon.Group>
  );
}

function Step({
  href,
  label,
  keys,
  icon: Icon,
}: {
  href: string | null;
  label: string;
  keys: string;
  icon: typeof IconChevronLeft;
}) {
  const look = {
    variant: "default",
    size: 32,
    "aria-label": label,
    "aria-keyshortcuts": keys,
  } as const;
  if (href === null) {
    return (
      <ActionIcon {...look} disabled>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon {...look} component={Link} href={href}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
