import type { PromptDetail } from "@foundry/core/prompt-list/prompt.schema";
import Link from "next/link";
import { Panel } from "../../../components/panel";
import { StateBadge } from "../../../components/state/state-badge";
import { formatName } from "../../../components/text/format-name";
import { writeFilters } from "../filters/prompt-filters";
import classes from "./prompt-facts.module.css";

/** Where a prompt comes from, and the IRs that describe it. */
export function PromptFacts({ prompt }: { prompt: PromptDetail }) {
  const slots = Object.entries(prompt.slots ?? {});
  return (
    <>
      <Panel title="Samples">
        {prompt.samples.length === 0 ? (
          <p className={classes.none}>No IR describes this prompt yet.</p>
        ) : (
          <ul className={classes.samples}>
            {prompt.samples.map(({ sampleId, state }) => (
              <li key={sampleId}>
                <Link href={`/samples/${sampleId}`}>{`Sample ${sampleId}`}</Link>
                <StateBadge state={state} isPlain />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Origin">
        <dl className={classes.facts}>
          <dt>Category</dt>
          <dd>{prompt.category === null ? "–" : formatName(prompt.category)}</dd>
          <dt>Complexity</dt>
          <dd>{prompt.complexity === null ? "–" : formatName(prompt.complexity)}</dd>
          <dt>Source</dt>
          <dd>{prompt.source === null ? "–" : formatName(prompt.source)}</dd>
          {prompt.templateId !== null && (
            <>
              <dt>Template</dt>
              <dd>
                <Link href={`/prompts${writeFilters({ templateId: prompt.templateId })}`}>
                  {formatName(prompt.templateId)}
                </Link>
              </dd>
            </>
          )}
          {prompt.runId !== null && (
            <>
              <dt>Run</dt>
              <dd>
                <Link href={`/prompts/runs/${prompt.runId}`}>Show the run</Link>
              </dd>
            </>
          )}
          {slots.map(([name, value]) => (
            <div key={name} className={classes.slot}>
              <dt>{formatName(name)}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}
