"use client";

import type { LlmCallDetail } from "@foundry/core/generation/llm-call.schema";
import { Drawer, Skeleton } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { CopyText } from "../../../components/copy-text";
import { formatCount } from "../../../components/format/format-count";
import { formatFineMoney } from "../../../components/format/format-money";
import { FailedList } from "../../../components/list/failed-list";
import { Notice } from "../../../components/notice";
import { TextWithCode } from "../../../components/text-with-code";
import { VisibleText } from "../../../components/text/visible-text";
import { formatExact } from "../../../components/time/format-exact";
import { useLlmCall } from "../api/use-llm-call";
import { nameCall } from "../describe-call";
import { formatLatency } from "../format-latency";
import { CallBadge } from "./call-badge";
import classes from "./call-drawer.module.css";
import facts from "./facts.module.css";

/** All that is known of one call, with the raw reply as text. */
export function CallDrawer({ callId, onClose }: { callId: string | null; onClose: () => void }) {
  return (
    <Drawer
      opened={callId !== null}
      onClose={onClose}
      position="right"
      size="min(720px, 92vw)"
      title="Call"
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 100 }}
    >
      {callId !== null && <Content key={callId} callId={callId} />}
    </Drawer>
  );
}

function Content({ callId }: { callId: string }) {
  const { data: call, error, refetch } = useLlmCall(callId);
  if (call === undefined) {
    if (error === null) return <Skeleton height={320} />;
    return <FailedList error={error} what="this call" onRetry={() => void refetch()} />;
  }
  return (
    <div className={classes.content}>
      <div className={classes.head}>
        <strong>{nameCall(call)}</strong>
        <CallBadge call={call} />
      </div>
      {call.state === "in_doubt" && (
        <Notice tone="warning">
          It was sent and no answer was recorded. Whether the provider charges for it, nobody here
          can tell; its share of the budget stays held back.
        </Notice>
      )}
      {call.error !== null && (
        <Notice tone="rejected">
          <TextWithCode>{call.error}</TextWithCode>
        </Notice>
      )}
      <dl className={facts.facts}>
        {listFacts(call).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      <section>
        <h3>Raw reply</h3>
        {call.responseRaw === null ? (
          <p className={classes.none}>None was recorded.</p>
        ) : (
          <pre className={classes.raw}>
            <VisibleText>{call.responseRaw}</VisibleText>
          </pre>
        )}
      </section>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function listFacts(call: LlmCallDetail): [name: string, value: ReactNode][] {
  const tokens = (count: number | null) => (count === null ? "–" : formatCount(count));
  return [
    ["Model", `${call.model}, ${call.provider}${call.isBatch ? ", in a batch" : ""}`],
    [
      "Prompt",
      call.promptId === null ? (
        "–"
      ) : (
        <Link key="prompt" href={`/prompts/${call.promptId}`}>{`Prompt ${call.promptId}`}</Link>
      ),
    ],
    [
      "Run",
      call.runId === null ? (
        "–"
      ) : (
        <Link key="run" href={`/generate/runs/${call.runId}`}>
          Open the run
        </Link>
      ),
    ],
    ["Written", formatExact(call.createdAt)],
    ["Took", call.latencyMs === null ? "–" : formatLatency(call.latencyMs)],
    ["Tokens read", tokens(call.inputTokens)],
    ["Into the cache", tokens(call.cacheWriteTokens)],
    ["From the cache", tokens(call.cacheReadTokens)],
    ["Tokens written", tokens(call.outputTokens)],
    ["Cost", call.costUsd === null ? "not known or none" : formatFineMoney(call.costUsd)],
    ["Held back", !call.reservedUsd ? "–" : formatFineMoney(call.reservedUsd)],
    ["Stop reason", call.stopReason ?? "–"],
    ["HTTP status", call.httpStatus === null ? "–" : String(call.httpStatus)],
    [
      "Request id",
      call.requestId === null ? (
        "–"
      ) : (
        <CopyText key="id" value={call.requestId} label="the request id" />
      ),
    ],
  ];
}
