"use client";

import { IconWand } from "@tabler/icons-react";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { useProviders } from "../../../components/providers/use-providers";
import classes from "./runs-table.module.css";

/** Before the first run: what works as things stand, and the next two steps. */
export function NoRuns() {
  const providers = useProviders();
  const hasKey = providers.data !== undefined && providers.data.anthropic.keySource !== "none";
  return (
    <EmptyList
      icon={<IconWand size={20} stroke={1.6} />}
      title="No IR was generated yet"
      action={
        <div className={classes.actions}>
          <LinkButton
            href="/generate/new?producer=blueprint"
            variant={hasKey ? "default" : "filled"}
          >
            Write IRs from blueprints
          </LinkButton>
          {hasKey ? (
            <LinkButton href="/generate/new?producer=anthropic">Write IRs with Claude</LinkButton>
          ) : (
            <LinkButton href="/settings/providers" variant="default">
              Enter a key for Claude
            </LinkButton>
          )}
        </div>
      }
    >
      Blueprints need no key and cost nothing: prompts from the templates know their right IR.{" "}
      {hasKey
        ? "Claude writes the IRs of every other prompt."
        : "For every other prompt a model writes it, which needs a key or an endpoint of your own."}
    </EmptyList>
  );
}
