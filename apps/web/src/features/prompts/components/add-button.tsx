"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";

export function AddButton({
  isFull,
  onClick,
  children,
}: {
  isFull: boolean;
  onClick: () => void;
  children: string;
}) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} />}
      disabled={isFull}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
