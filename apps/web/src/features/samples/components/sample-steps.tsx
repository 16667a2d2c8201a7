"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable=true], [role=dialog]";

/** Steps through the samples in the order of their table: J to the older one, K to the newer. */
export function SampleSteps({
  newerId,
  olderId,
}: {
  newerId: number | null;
  olderId: number | null;
}) {
  const router = useRouter();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      const id = { j: olderId, k: newerId }[event.key.toLowerCase()];
      if (id != null) router.push(`/samples/${id}`);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [router, newerId, olderId]);
  return (
    <ActionIcon.Group>
      <Step id={newerId} label="Newer sample" keys="K" icon={IconChevronLeft} />
      <Step id={olderId} label="Older sample" keys="J" icon={IconChevronRight} />
    </ActionIcon.Group>
  );
}

function Step({
  id,
  label,
  keys,
  icon: Icon,
}: {
  id: number | null;
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
  if (id === null) {
    return (
      <ActionIcon {...look} disabled>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon {...look} component={Link} href={`/samples/${id}`}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
