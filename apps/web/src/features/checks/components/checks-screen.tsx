"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import { ERROR_TYPE_IDS } from "@foundry/core/checks/error-types";
import { FailedList } from "../../../components/list/failed-list";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useChecks } from "../api/use-checks";
import type { CheckView } from "../describe-check";
import { ErrorTypePanel } from "./error-type-panel";
import { RerunButton } from "./rerun-button";
import { SweepPanel } from "./sweep-panel";

/** What each check looks for, and how often it was right. */
export function ChecksScreen({ checks, role }: { checks: readonly CheckView[]; role: Role }) {
  const query = useChecks();
  return (
    <Page>
      <PageHeader title="Checks" action={isAllowed(role, "checks.rerun") && <RerunButton />}>
        What the checks look for in every IR, how many samples they flag, and how often they are
        right.
      </PageHeader>
      {query.isError && query.data === undefined ? (
        <Panel>
          <FailedList
            error={query.error}
            what="the numbers of the checks"
            onRetry={() => void query.refetch()}
          />
        </Panel>
      ) : (
        <SweepPanel overview={query.data ?? null} />
      )}
      {ERROR_TYPE_IDS.map((errorType) => {
        const own = checks.filter((check) => check.errorType === errorType);
        if (own.length === 0) return null;
        return (
          <ErrorTypePanel
            key={errorType}
            errorType={errorType}
            checks={own}
            overview={query.data ?? null}
          />
        );
      })}
    </Page>
  );
}
