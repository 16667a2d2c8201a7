"use client";

import type { FewShotPreview } from "@foundry/core/generation/few-shot.schema";
import { Table } from "@mantine/core";
import Link from "next/link";
import { formatCount } from "../../../components/format/format-count";
import { formatFineMoney } from "../../../components/format/format-money";
import { JsonView } from "../../../components/json/json-view";
import { layOutJson } from "../../../components/json/lay-out-json";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import classes from "./examples-view.module.css";

type Examples = Omit<FewShotPreview, "warnings">;

/** The examples of a set as a model sees them, and what they cost each time. */
export function ExamplesView({ set }: { set: Examples }) {
  return (
    <>
      <Panel title="Size and cost" isFlush>
        <dl className={classes.sums}>
          <div>
            <dt>Examples</dt>
            <dd>{formatCount(set.exampleCount)}</dd>
          </div>
          <div>
            <dt>{set.isTokensCounted ? "Tokens, counted" : "Tokens, about"}</dt>
            <dd>{formatCount(set.tokens)}</dd>
          </div>
        </dl>
        {set.costs.length > 0 && (
          <Table verticalSpacing="xs" aria-label="What the examples cost">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Model</Table.Th>
                <Table.Th ta="right">First request</Table.Th>
                <Table.Th ta="right" title="While the cache of the provider has them">
                  Each next one
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {set.costs.map(({ model, firstUsd, cachedUsd }) => (
                <Table.Tr key={model}>
                  <Table.Td>{model}</Table.Td>
                  <Table.Td ta="right">{formatFineMoney(firstUsd)}</Table.Td>
                  <Table.Td ta="right">{formatFineMoney(cachedUsd)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
      <Panel title="By category" isFlush>
        <ul className={classes.categories}>
          {set.byCategory.map(({ category, count }) => (
            <li key={category ?? ""}>
              <span>{category === null ? "Without a category" : formatName(category)}</span>
              <span>{formatCount(count)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Examples, in their order" isFlush>
        {set.examples.map(({ sampleId, category, prompt, irRaw }, index) => (
          <details key={sampleId} className={classes.example}>
            <summary>
              <span className={classes.number}>{index + 1}</span>
              <span className={classes.prompt}>
                <VisibleText>{prompt}</VisibleText>
                <span className={classes.note}>
                  {category === null ? "Without a category" : formatName(category)}
                </span>
              </span>
            </summary>
            <p className={classes.link}>
              <Link href={`/samples/${sampleId}`}>{`Open sample ${sampleId}`}</Link>
            </p>
            <JsonView text={layOutJson(irRaw)} label={`IR of sample ${sampleId}`} />
          </details>
        ))}
      </Panel>
    </>
  );
}
