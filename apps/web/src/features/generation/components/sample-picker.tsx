"use client";

import type { SampleRow } from "@foundry/core/samples/sample.schema";
import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { useRef, useState } from "react";
import { countOf } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { useSettledWords } from "../../../components/list/use-settled-words";
import { WordsFilter } from "../../../components/list/words-filter";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { type AcceptedFilters, useAcceptedSamples } from "../api/use-accepted-samples";
import filters from "./filters.module.css";
import classes from "./sample-picker.module.css";

/** The most that a set may have. */
const MAX_EXAMPLES = 60;

/** Picks examples by hand from what was accepted or corrected, in the order of the clicks. */
export function SamplePicker({
  chosen,
  onChange,
}: {
  chosen: readonly number[];
  onChange: (sampleIds: number[]) => void;
}) {
  const [search, setSearch] = useState("");
  const [state, setState] = useState<AcceptedFilters["state"]>("accepted");
  const [words, setWords] = useSettledWords(search, setSearch);
  const field = useRef<HTMLInputElement>(null);
  const query = useAcceptedSamples({ state, search });
  const samples = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const toggle = (id: number) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Panel
      title="Samples"
      isFlush
      aside={
        <span className={classes.aside}>
          {`${chosen.length} of at most ${MAX_EXAMPLES} picked`}
          {chosen.length > 0 && (
            <Button size="xs" variant="subtle" color="gray" onClick={() => onChange([])}>
              Clear
            </Button>
          )}
        </span>
      }
    >
      <div className={filters.filters}>
        <SegmentedControl
          size="xs"
          aria-label="State of the samples"
          data={[
            { value: "accepted", label: "Accepted" },
            { value: "corrected", label: "Corrected" },
          ]}
          value={state}
          onChange={(value) => setState(value === "corrected" ? "corrected" : "accepted")}
        />
        <WordsFilter
          field={field}
          className={classes.search ?? ""}
          words={words}
          onWords={setWords}
        />
      </div>
      {query.isError && samples.length === 0 && (
        <FailedList error={query.error} what="the samples" onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && samples.length === 0 && (
        <EmptyList
          title={search === "" ? `No sample is ${state} yet` : "No sample has these words"}
        >
          {search === "" ? "Review some first; then they can be examples." : "Try other words."}
        </EmptyList>
      )}
      <ul className={classes.samples}>
        {samples.map((sample) => (
          <Item
            key={sample.sampleId}
            sample={sample}
            place={chosen.indexOf(sample.sampleId)}
            isFull={chosen.length >= MAX_EXAMPLES}
            onToggle={() => toggle(sample.sampleId)}
          />
        ))}
      </ul>
      {samples.length > 0 && (
        <LoadMore
          shown={`${countOf(samples.length, "sample")} shown`}
          hasMore={query.hasNextPage}
          isLoading={query.isFetchingNextPage}
          onLoad={() => void query.fetchNextPage()}
        />
      )}
    </Panel>
  );
}

function Item({
  sample: { promptText, category, isBenchmark },
  place,
  isFull,
  onToggle,
}: {
  sample: SampleRow;
  /** Within the set, from 0; below 0 when it is not picked. */
  place: number;
  isFull: boolean;
  onToggle: () => void;
}) {
  const isPicked = place >= 0;
  const kind = category === null ? "Without a category" : formatName(category);
  return (
    <li>
      <Checkbox
        size="xs"
        checked={isPicked}
        disabled={isBenchmark || (isFull && !isPicked)}
        label={<VisibleText>{promptText}</VisibleText>}
        description={
          isBenchmark
            ? "Belongs to the benchmark, so it stays out of examples"
            : `${kind}${isPicked ? ` · example ${place + 1}` : ""}`
        }
        onChange={onToggle}
      />
    </li>
  );
}
