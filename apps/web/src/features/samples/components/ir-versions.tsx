"use client";

import type { SampleDetail } from "@foundry/core/samples/sample.schema";
import { Button, CopyButton, SegmentedControl, Select } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { JsonView } from "../../../components/json/json-view";
import { layOutJson } from "../../../components/json/lay-out-json";
import { Panel } from "../../../components/panel";
import { LineDiff } from "../../../components/text/line-diff";
import classes from "./ir-versions.module.css";

type Version = SampleDetail["irVersions"][number];

/** The IR as it stands, and each version that it had. */
export function IrVersions({
  versions,
  currentIrId,
}: {
  versions: readonly Version[];
  currentIrId: string;
}) {
  const current = versions.find(({ id }) => id === currentIrId) ?? versions.at(-1);
  const [chosenId, setChosenId] = useState(current?.id);
  const [isComparing, setIsComparing] = useState(false);
  const chosen = versions.find(({ id }) => id === chosenId) ?? current;
  const before = versions.find(({ version }) => version === (chosen?.version ?? 0) - 1);
  if (chosen === undefined) return null;
  return (
    <Panel
      title="IR"
      isFlush
      aside={
        <div className={classes.tools}>
          {versions.length > 1 && (
            <Select
              size="xs"
              w={220}
              aria-label="Version of the IR"
              data={versions.map((version) => ({
                value: version.id,
                label: nameVersion(version, currentIrId),
              }))}
              value={chosen.id}
              onChange={(id) => setChosenId(id ?? current?.id)}
            />
          )}
          {before !== undefined && (
            <SegmentedControl
              size="xs"
              aria-label="View of the IR"
              data={[
                { value: "json", label: "JSON" },
                { value: "changes", label: `Changes to version ${before.version}` },
              ]}
              value={isComparing ? "changes" : "json"}
              onChange={(view) => setIsComparing(view === "changes")}
            />
          )}
          <CopyRaw raw={chosen.raw} />
        </div>
      }
    >
      {!chosen.isSchemaValid && (
        <p className={classes.warning}>This version does not fit the schema.</p>
      )}
      <div className={classes.text}>
        {isComparing && before !== undefined ? (
          <LineDiff
            before={layOutJson(before.raw)}
            after={layOutJson(chosen.raw)}
            label={`Changes from version ${before.version} to version ${chosen.version}`}
          />
        ) : (
          <JsonView text={layOutJson(chosen.raw)} label={`IR, version ${chosen.version}`} />
        )}
      </div>
    </Panel>
  );
}

const SOURCES: Record<Version["origin"], string> = {
  imported: "imported",
  corrected: "corrected",
  blueprint: "from the template",
  generated: "written by a model",
};

function nameVersion({ id, version, author, origin }: Version, currentIrId: string): string {
  const parts = [`Version ${version}`, author ?? SOURCES[origin]];
  if (id === currentIrId) parts.splice(1, 0, "current");
  return parts.join(" · ");
}

/** The raw text, byte for byte, and not the layout that is shown. */
function CopyRaw({ raw }: { raw: string }) {
  return (
    <CopyButton value={raw} timeout={1_500}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={
            copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
          }
          onClick={copy}
        >
          {copied ? "Copied" : "Copy the raw text"}
        </Button>
      )}
    </CopyButton>
  );
}
