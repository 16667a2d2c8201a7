"use client";

import type { Providers } from "@foundry/core/generation/provider.schema";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useProviders } from "../../../components/providers/use-providers";
import { SpendPanel } from "../../../components/spend/spend-panel";
import { EndpointsPanel } from "./endpoints-panel";
import { KeyPanel } from "./key-panel";
import { ModelsPanel } from "./models-panel";
import classes from "./providers-screen.module.css";
import { TermsPanel } from "./terms-panel";

const PARENTS = [{ label: "Settings", href: "/settings" }];

/** Keys, terms, endpoints, prices and the limit: all that a model needs before it may write. */
export function ProvidersScreen() {
  const { data: providers, error, refetch } = useProviders();
  return (
    <Page>
      <PageHeader title="Providers" parents={PARENTS}>
        Who may write IRs for this studio, with which key, and what it may cost.
      </PageHeader>
      {providers !== undefined && <Sections providers={providers} />}
      {providers === undefined &&
        (error === null ? (
          <PanelSkeleton height={320} lineCount={6} />
        ) : (
          <Panel>
            <FailedList error={error} what="the providers" onRetry={() => void refetch()} />
          </Panel>
        ))}
    </Page>
  );
}

function Sections({ providers }: { providers: Providers }) {
  return (
    <>
      <div className={classes.pair}>
        <div id="claude">
          <KeyPanel anthropic={providers.anthropic} />
        </div>
        <div id="terms">
          <TermsPanel anthropic={providers.anthropic} />
        </div>
      </div>
      <div id="endpoints">
        <EndpointsPanel endpoints={providers.endpoints} />
      </div>
      <div id="models">
        <ModelsPanel models={providers.models} />
      </div>
      <div id="spend">
        <SpendPanel title="Spending" />
      </div>
    </>
  );
}
