"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import { IconArrowRight } from "@tabler/icons-react";
import Link from "next/link";
import { FailedList } from "../../../components/list/failed-list";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useSpend } from "../../../components/spend/use-spend";
import { useOverview } from "../api/use-overview";
import { chooseNextStep } from "../choose-next-step";
import { CategoryTable } from "./category-table";
import { LastImports } from "./last-imports";
import { OverviewSkeleton } from "./overview-skeleton";
import classes from "./overview-screen.module.css";
import { Pipeline } from "./pipeline";
import { ReviewerTable } from "./reviewer-table";
import { VerdictDays } from "./verdict-days";
import { LinkButton } from "../../../components/link-button";

const PURPOSE = "The corpus as it stands, from prompts to what is ready for training.";

export function OverviewScreen({ role }: { role: Role }) {
  const { data: overview, error, refetch } = useOverview();
  const spend = useSpend(isAllowed(role, "generation.manage"));
  if (overview === undefined) {
    return (
      <Page>
        <PageHeader title="Overview">{PURPOSE}</PageHeader>
        {error === null ? (
          <OverviewSkeleton />
        ) : (
          <FailedList error={error} what="the overview" onRetry={() => void refetch()} />
        )}
      </Page>
    );
  }
  const next = chooseNextStep(role, overview);
  const canImport = isAllowed(role, "corpus.import");
  return (
    <Page>
      <PageHeader
        title="Overview"
        action={
          next.action === null ? undefined : (
            <LinkButton href={next.action.href} rightSection={<IconArrowRight size={16} />}>
              {next.action.label}
            </LinkButton>
          )
        }
      >
        {PURPOSE} <strong className={classes.next}>{next.reason}</strong>
      </PageHeader>
      <Panel isFlush>
        <Pipeline overview={overview} generation={spend.data ?? null} />
      </Panel>
      <Panel title="By category" isFlush>
        <CategoryTable categories={overview.categories} />
      </Panel>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel
            title="Last imports"
            isFlush
            aside={canImport && <Link href="/imports">All imports</Link>}
          >
            <LastImports imports={overview.lastImports} canOpen={canImport} />
          </Panel>
          {overview.reviewers !== null && (
            <Panel title="Verdicts by person" isFlush aside="Seen by admins only">
              <ReviewerTable reviewers={overview.reviewers} />
            </Panel>
          )}
        </div>
        <Panel title="Verdicts in the last 7 days" isFlush aside="Days in UTC">
          <VerdictDays days={overview.verdictsLast7Days} />
        </Panel>
      </div>
    </Page>
  );
}
