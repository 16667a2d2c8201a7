"use client";

import type { Providers } from "@foundry/core/generation/provider.schema";
import { Button } from "@mantine/core";
import { formatPrice } from "../../../components/format/format-money";
import { notifyRefusal } from "../../../components/notify-refusal";
import { useCheckProvider } from "../api/use-check-provider";
import { CheckResult } from "./check-result";
import classes from "./endpoint-entry.module.css";

export type Endpoint = Providers["endpoints"][number];

/** One endpoint with what it is, what it costs and whether it answers. */
export function EndpointEntry({
  endpoint,
  onChange,
  onRemove,
}: {
  endpoint: Endpoint;
  onChange: () => void;
  onRemove: () => void;
}) {
  const check = useCheckProvider(endpoint.id);
  return (
    <div className={classes.entry}>
      <div className={classes.words}>
        <strong>{endpoint.name}</strong>
        <span>{`${endpoint.model} at ${endpoint.baseUrl}`}</span>
        <span className={classes.quiet}>{describe(endpoint)}</span>
        <CheckResult check={endpoint.check} isRunning={endpoint.isBeingChecked} />
      </div>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          aria-label={`Test ${endpoint.name}`}
          loading={check.isPending || endpoint.isBeingChecked}
          onClick={() =>
            check.mutate(undefined, {
              onError: (error) => notifyRefusal("The endpoint was not tested", error),
            })
          }
        >
          Test
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={`Change ${endpoint.name}`}
          onClick={onChange}
        >
          Change
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={`Remove ${endpoint.name}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}

function describe({ hasKey, hint, inputPrice, outputPrice, hasSchema }: Endpoint): string {
  const price =
    inputPrice === null || outputPrice === null
      ? "Its price is not known"
      : `${formatPrice(inputPrice)} in, ${formatPrice(outputPrice)} out for a million tokens`;
  return [
    hasKey ? `Key ${hint ?? ""}` : "No key",
    price,
    hasSchema ? "takes a schema for its replies" : "takes no schema",
  ].join(" · ");
}
