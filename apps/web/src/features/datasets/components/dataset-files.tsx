import {
  type Dataset,
  DATASET_EXPORT_FORMATS,
  type DatasetExportFormat,
} from "@foundry/core/datasets/dataset.schema";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { formatBytes } from "../../../components/format/format-bytes";
import { countOf } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import classes from "./dataset-files.module.css";

const FORMATS: Record<DatasetExportFormat, { title: string; text: string }> = {
  original: { title: "Original JSONL", text: "Prompt, IR as text, and the label good" },
  chat: { title: "Chat JSONL", text: "What the trainer reads: messages in, message out" },
  pairs: { title: "Pairs JSONL", text: "A right IR beside a wrong one" },
};

/** What can be downloaded, and the files that a runner gets, with their checksums. */
export function DatasetFiles({ dataset }: { dataset: Dataset }) {
  return (
    <Panel title="Download">
      <ul className={classes.formats}>
        {DATASET_EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <div>
              <span>{FORMATS[format].title}</span>
              <span className={classes.text}>{FORMATS[format].text}</span>
            </div>
            <Button
              component="a"
              href={`/api/datasets/${dataset.id}/exports/${format}`}
              download
              size="xs"
              variant="default"
              disabled={format === "pairs" && dataset.pairCount === 0}
              leftSection={<IconDownload size={14} />}
              aria-label={`Download as ${FORMATS[format].title}`}
            >
              Download
            </Button>
          </li>
        ))}
      </ul>
      <ul className={classes.files}>
        {dataset.files.map(({ name, byteCount, rowCount, sha256 }) => (
          <li key={name}>
            <code>{name}</code>
            <span>{`${countOf(rowCount, "row")}, ${formatBytes(byteCount)}`}</span>
            <code
              className={classes.hash}
              title={`sha256 ${sha256}`}
            >{`${sha256.slice(0, 12)}…`}</code>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
