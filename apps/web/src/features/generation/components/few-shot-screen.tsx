"use client";

import type { FewShotSetDetail } from "@foundry/core/generation/few-shot.schema";
import { Button } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { countOf } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { notifyRefusal } from "../../../components/notify-refusal";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { useArchiveFewShotSet } from "../api/use-archive-few-shot-set";
import { useFewShotSet } from "../api/use-few-shot-set";
import { useFewShotSets } from "../api/use-few-shot-sets";
import { describeRecipe } from "../describe-recipe";
import { ExamplesView } from "./examples-view";
import classes from "./few-shot-screen.module.css";

const PARENTS = [
  { label: "Generate", href: "/generate" },
  { label: "Examples", href: "/generate/few-shots" },
];

/** One version of a set: what is in it, what it costs, where it is used. */
export function FewShotScreen({ setId }: { setId: string }) {
  const { data: set, error, refetch } = useFewShotSet(setId);
  if (set !== undefined) return <Content set={set} />;
  return (
    <Page>
      <PageHeader title="Set of examples" parents={PARENTS} />
      {error === null ? (
        <PanelSkeleton height={320} lineCount={6} />
      ) : (
        <Panel>
          <FailedList error={error} what="this set" onRetry={() => void refetch()} />
        </Panel>
      )}
    </Page>
  );
}

function Content({ set }: { set: FewShotSetDetail }) {
  return (
    <Page>
      <PageHeader
        title={`${set.name}, version ${set.version}`}
        parents={PARENTS}
        action={
          <>
            <ArchiveButton set={set} />
            <LinkButton href={`/generate/few-shots/new?from=${set.id}`} variant="default">
              New version
            </LinkButton>
            <LinkButton href={`/generate/new?examples=${set.id}`}>Use in a run</LinkButton>
          </>
        }
      >
        {`${describeRecipe(set.recipe)}. Made by ${set.createdBy} `}
        <RelativeTime at={set.createdAt} />
        {`, used in ${countOf(set.runCount, "run")}.`}
      </PageHeader>
      <div className={classes.content}>
        <Versions set={set} />
        <ExamplesView set={set} />
      </div>
    </Page>
  );
}

/** The other versions of the same name. */
function Versions({ set }: { set: FewShotSetDetail }) {
  const { data: sets } = useFewShotSets();
  const versions = sets?.filter(({ name }) => name === set.name) ?? [];
  if (versions.length < 2) return null;
  return (
    <nav className={classes.versions} aria-label="Versions of this set">
      <span>Versions</span>
      {versions.map(({ id, version }) => (
        <Link
          key={id}
          href={`/generate/few-shots/${id}`}
          aria-current={id === set.id ? "page" : undefined}
        >
          {version}
        </Link>
      ))}
    </nav>
  );
}

function ArchiveButton({ set }: { set: FewShotSetDetail }) {
  const router = useRouter();
  const archive = useArchiveFewShotSet(set.id);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconArchive size={16} />}
        onClick={() => setIsAsking(true)}
      >
        Archive
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Archive ${set.name}, version ${set.version}?`}
        verb="Archive set"
        isBusy={archive.isPending}
        onClose={() => setIsAsking(false)}
        onConfirm={() =>
          archive.mutate(undefined, {
            onSuccess: () => router.push("/generate/few-shots"),
            onError: (error) => {
              setIsAsking(false);
              notifyRefusal("The set was not archived", error);
            },
          })
        }
      >
        It leaves the lists and no new run can use it. Runs that used it keep it.
      </ConfirmDialog>
    </>
  );
}
