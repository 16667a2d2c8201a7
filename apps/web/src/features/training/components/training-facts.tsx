import type { TrainingRun } from "@foundry/core/training/training-run.schema";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import Link from "next/link";
import { CopyText } from "../../../components/copy-text";
import { formatBytes } from "../../../components/format/format-bytes";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { ConfigChanges } from "./config-changes";
import classes from "./training-run-screen.module.css";

/** What it was made from, where, and what came out. */
export function TrainingFacts({ run }: { run: TrainingRun }) {
  return (
    <>
      {run.adapter !== null && <Adapter run={run} adapter={run.adapter} />}
      <Panel title="Made from">
        <dl className={classes.facts}>
          <dt>Dataset</dt>
          <dd>
            <Link href={`/datasets/${run.dataset.id}`}>{run.dataset.title}</Link>
          </dd>
          <dt>Rows</dt>
          <dd>
            <CopyText value={run.datasetSha256} label="the content hash of the dataset" />
          </dd>
          <dt>Base model</dt>
          <dd>{run.config.base_model.id}</dd>
          <dt>Config</dt>
          <dd>
            <CopyText value={run.configSha256} label="the hash of the config" />
          </dd>
          <dt>Machine</dt>
          <dd>{run.runner?.name ?? "None yet"}</dd>
          <dt>Started</dt>
          <dd>
            <RelativeTime at={run.createdAt} />
            {` by ${run.createdBy}`}
          </dd>
        </dl>
      </Panel>
      <ConfigChanges title="Settings" config={run.config} />
    </>
  );
}

function Adapter({
  run,
  adapter,
}: {
  run: TrainingRun;
  adapter: NonNullable<TrainingRun["adapter"]>;
}) {
  return (
    <Panel title="Adapter">
      <div className={classes.adapter}>
        <Button
          component="a"
          href={`/api/artifacts/${adapter.id}`}
          download
          leftSection={<IconDownload size={16} />}
        >
          {`Download, ${formatBytes(adapter.byteCount)}`}
        </Button>
        <dl className={classes.facts}>
          <dt>File</dt>
          <dd>{adapter.fileName}</dd>
          <dt>sha256</dt>
          <dd>
            <CopyText value={adapter.sha256} label="the checksum of the adapter" />
          </dd>
          <dt>Made</dt>
          <dd>
            <RelativeTime at={adapter.createdAt} />
            {run.attempt > 1 ? `, in attempt ${adapter.attempt}` : ""}
          </dd>
        </dl>
      </div>
    </Panel>
  );
}
