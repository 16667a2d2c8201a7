"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable=true], [role=dialog]";

interface Neighbour {
  /** Null at the end of the list. */
  href: string | null;
  label: string;
}

/**
 * Steps through a list from one of its pages: K to the one before, J to the one after.
 *
 * @param props.hasArrows the arrow keys step as well
 */
export function NeighbourSteps({
  before,
  after,
  hasArrows = false,
}: {
  before: Neighbour;
  after: Neighbour;
  hasArrows?: boolean;
}) {
  const router = useRouter();
  const [previous, next] = [before.href, after.href];
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      const arrows = hasArrows ? { arrowright: next, arrowleft: previous } : {};
      const steps: Record<string, string | null> = { j: next, k: previous, ...arrows };
      const href = steps[event.key.toLowerCase()];
      if (href != null) router.push(href);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [router, previous, next, hasArrows]);
  return (
    <ActionIcon.Group>
      <Step {...before} keys="K" icon={IconChevronLeft} />
      <Step {...after} keys="J" icon={IconChevronRight} />
    </ActionIcon.Group>
  );
}

function Step({
  href,
  label,
  keys,
  icon: Icon,
}: Neighbour & { keys: string; icon: typeof IconChevronLeft }) {
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
