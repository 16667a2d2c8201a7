"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import type { DuplicatePrompts, PromptRow } from "@foundry/core/prompt-list/prompt.schema";
import { Button } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";
import Link from "next/link";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatShare } from "../../../components/format/format-share";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useArchivePrompts } from "../api/use-archive-prompts";
import { useDuplicates } from "../api/use-duplicates";
import { canBeArchived } from "../can-be-archived";
import { ComparedText } from "./compared-text";
import classes from "./duplicates-screen.module.css";

const PARENTS = [{ label: "Prompts", href: "/prompts" }];

/** Prompts that say nearly the same, so that one of each pair can go. */
export function DuplicatesScreen({ role }: { role: Role }) {
  const query = useDuplicates();
  return (
    <Page width="wide">
      <PageHeader title="Near duplicates" parents={PARENTS}>
        Pairs of prompts that say nearly the same, the nearest first. Archive one of a pair; it can
        be brought back.
      </PageHeader>
      {query.isError && query.data === undefined && (
        <Panel>
          <FailedList error={query.error} what="the pairs" onRetry={() => void query.refetch()} />
        </Panel>
      )}
      {query.isPending && <PanelSkeleton height={320} lineCount={7} />}
      {query.data !== undefined && (
        <Panel title="Pairs" isFlush aside={describeCompared(query.data)}>
          <Pairs pairs={query.data.pairs} canManage={isAllowed(role, "prompts.manage")} />
        </Panel>
      )}
    </Page>
  );
}

function describeCompared({ comparedCount, corpusCount }: DuplicatePrompts): string {
  return comparedCount < corpusCount
    ? `The newest ${formatCount(comparedCount)} of ${countOf(corpusCount, "prompt")} compared`
    : `All ${countOf(corpusCount, "prompt")} compared`;
}

function Pairs({ pairs, canManage }: { pairs: DuplicatePrompts["pairs"]; canManage: boolean }) {
  if (pairs.length === 0) {
    return (
      <EmptyList title="No two prompts are nearly the same">
        Runs and this page use the same measure, so runs refuse what would appear here.
      </EmptyList>
    );
  }
  return (
    <ul className={classes.pairs}>
      {pairs.map(({ older, newer, similarity }) => (
        <li key={`${older.id} ${newer.id}`}>
          <span className={classes.share}>{`${formatShare(similarity, 1)} alike`}</span>
          <Side prompt={older} other={newer} canManage={canManage} />
          <Side prompt={newer} other={older} canManage={canManage} />
        </li>
      ))}
    </ul>
  );
}

function Side({
  prompt,
  other,
  canManage,
}: {
  prompt: PromptRow;
  /** What it is compared with. */
  other: PromptRow;
  canManage: boolean;
}) {
  const archive = useArchivePrompts();
  const isFree = canBeArchived(prompt);
  return (
    <div className={classes.side}>
      <Link href={`/prompts/${prompt.id}`} prefetch={false}>
        <ComparedText text={prompt.text} other={other.text} />
      </Link>
      <span className={classes.foot}>
        {`Prompt ${prompt.id} · ${prompt.sampleCount === 0 ? "no IR yet" : countOf(prompt.sampleCount, "IR")}`}
        {canManage && isFree && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArchive size={12} />}
            loading={archive.isPending}
            onClick={() => archive.mutate([prompt.id])}
          >
            Archive
          </Button>
        )}
      </span>
    </div>
  );
}
