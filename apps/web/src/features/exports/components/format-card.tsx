import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { CopyText } from "../../../components/copy-text";
import { countOf } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import type { ExportFormatText } from "../export-formats";
import classes from "./format-card.module.css";

/** One format: what it is for, a line of it, the download, and the command that does the same. */
export function FormatCard({
  format,
  sampleCount,
  isFirst,
}: {
  format: ExportFormatText;
  sampleCount: number;
  isFirst: boolean;
}) {
  return (
    <Panel
      title={format.title}
      aside={
        <Button
          component="a"
          href={`/api/exports/${format.format}`}
          download
          variant={isFirst ? "filled" : "default"}
          leftSection={<IconDownload size={16} />}
          aria-label={`Download ${countOf(sampleCount, "sample")} as ${format.title}`}
        >
          {`Download ${countOf(sampleCount, "sample")}`}
        </Button>
      }
    >
      <div className={classes.card}>
        <p>{format.text}</p>
        <div>
          <span className={classes.label}>One line of the file</span>
          <pre>{format.example}</pre>
        </div>
        <div>
          <span className={classes.label}>The same from a terminal</span>
          <CopyText
            isBlock
            label="command"
            value={`npm run -s foundry -- export \\\n  --format ${format.format} --output corpus.jsonl`}
          />
        </div>
      </div>
    </Panel>
  );
}
