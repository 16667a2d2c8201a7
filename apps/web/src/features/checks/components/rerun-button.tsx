"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import { useCommands } from "../../../components/frame/commands";
import { notifyRefusal } from "../../../components/notify-refusal";
import { useRerunChecks } from "../api/use-rerun-checks";

const LABEL = "Check everything again";

/** Checks every IR anew in the background; nothing is lost by it, so it does not ask. */
export function RerunButton() {
  const rerun = useRerunChecks();
  const start = () =>
    rerun.mutate(undefined, {
      onSuccess: () =>
        notifications.show({ message: "Every IR is being checked again in the background." }),
      onError: (error) => notifyRefusal("The checks were not started", error),
    });
  useCommands([{ id: "checks:rerun", label: LABEL, icon: IconRefresh, run: start }]);
  return (
    <Button
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={rerun.isPending}
      onClick={start}
    >
      {LABEL}
    </Button>
  );
}
