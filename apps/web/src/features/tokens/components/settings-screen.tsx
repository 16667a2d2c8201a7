"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { AppearancePicker } from "../../../components/theme/appearance-picker";
import { CopyText } from "../../../components/copy-text";
import { LinkButton } from "../../../components/link-button";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useAddressSwitch } from "../../../components/use-address-switch";
import { CreateTokenDialog } from "./create-token-dialog";
import { TokensTable } from "./tokens-table";
import classes from "./tokens.module.css";

function describeCommands(origin: string): string {
  return [
    `export FOUNDRY_URL=${origin} FOUNDRY_TOKEN=fnd_…`,
    "npm run -s foundry -- import prompts.jsonl",
    "npm run -s foundry -- export --format original --output corpus.jsonl",
  ].join("\n");
}

export function SettingsScreen({ origin, role }: { origin: string; role: Role }) {
  const [isCreating, setIsCreating] = useAddressSwitch("new", "token");
  return (
    <Page width="reading">
      <PageHeader title="Settings">
        How the studio looks to you, and the tokens with which programs act for you.
      </PageHeader>
      <Panel title="Appearance">
        <AppearancePicker />
      </Panel>
      {isAllowed(role, "generation.manage") && (
        <Panel title="Providers">
          <div className={classes.providers}>
            <p>
              Keys and terms of Claude, endpoints of your own, models with their prices, and the
              limit of all spending.
            </p>
            <LinkButton href="/settings/providers" variant="default">
              Open providers
            </LinkButton>
          </div>
        </Panel>
      )}
      <Panel
        title="API tokens"
        isFlush
        aside={
          <Button
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => setIsCreating(true)}
          >
            Create token
          </Button>
        }
      >
        <TokensTable />
        <div className={classes.steps}>
          <p>Use a token from the command line, in a clone of this project:</p>
          <CopyText isBlock label="commands" value={describeCommands(origin)} />
          <p>
            Or over HTTP, with the header <code>Authorization: Bearer …</code>; every address is
            described in{" "}
            <Link href="/api/openapi.json" prefetch={false} target="_blank">
              the OpenAPI document
            </Link>
            .
          </p>
        </div>
      </Panel>
      <CreateTokenDialog isOpen={isCreating} onClose={() => setIsCreating(false)} />
    </Page>
  );
}
