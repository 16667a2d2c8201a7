"use client";

import type { Import } from "@foundry/core/imports/import.schema";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBan, IconChecklist, IconRefresh } from "@tabler/icons-react";
import { describeError } from "../../../components/api/describe-error";
import { countOf } from "../../../components/format/format-count";
import { useChangeImport } from "../api/use-change-import";
import { isUnderWay } from "../is-under-way";
import { LinkButton } from "../../../components/link-button";

function showRefusal(title: string) {
  return (error: Error) =>
    notifications.show({ color: "rejected", title, message: describeError(error).detail });
}

/** The one thing to do next with this import: stop it, run it again, or review what it brought. */
export function ImportActions({ item }: { item: Import }) {
  const cancel = useChangeImport(item.id, "cancel");
  const retry = useChangeImport(item.id, "retry");
  if (isUnderWay(item)) {
    return (
      <Button
        variant="default"
        leftSection={<IconBan size={16} />}
        loading={cancel.isPending}
        onClick={() => cancel.mutate(undefined, { onError: showRefusal("The import goes on") })}
      >
        Cancel import
      </Button>
    );
  }
  const canRetry = item.state === "failed" || item.state === "cancelled";
  return (
    <>
      {canRetry && (
        <Button
          variant={item.sampleCount > 0 ? "default" : "filled"}
          leftSection={<IconRefresh size={16} />}
          loading={retry.isPending}
          onClick={() =>
            retry.mutate(undefined, { onError: showRefusal("The import was not started") })
          }
        >
          Run again
        </Button>
      )}
      {item.sampleCount > 0 && (
        <LinkButton href="/review" leftSection={<IconChecklist size={16} />}>
          {`Review the ${countOf(item.sampleCount, "new sample")}`}
        </LinkButton>
      )}
    </>
  );
}
