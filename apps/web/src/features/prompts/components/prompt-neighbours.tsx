import type { PromptDetail } from "@foundry/core/prompt-list/prompt.schema";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { formatShare } from "../../../components/format/format-share";
import { EmptyList } from "../../../components/list/empty-list";
import { LinkButton } from "../../../components/link-button";
import { Panel } from "../../../components/panel";
import { VisibleText } from "../../../components/text/visible-text";
import { writeFilters } from "../filters/prompt-filters";
import classes from "./prompt-neighbours.module.css";

/** What stands close to a prompt: its family, and other texts that are like it. */
export function PromptNeighbours({ prompt }: { prompt: PromptDetail }) {
  return (
    <>
      {prompt.family !== null && (
        <Panel
          title="Family"
          isFlush
          aside={
            prompt.familyMembers.length > 0 && (
              <LinkButton
                variant="default"
                href={`/prompts${writeFilters({ family: prompt.family })}`}
              >
                Show in the list
              </LinkButton>
            )
          }
        >
          {prompt.familyMembers.length === 0 ? (
            <EmptyList title="The only one of its family">
              Prompts of one family ask for the same thing in other words.
            </EmptyList>
          ) : (
            <ul className={classes.list} aria-label={countOf(prompt.familyMembers.length, "other")}>
              {prompt.familyMembers.map(({ id, text }) => (
                <Entry key={id} id={id} text={text} />
              ))}
            </ul>
          )}
        </Panel>
      )}
      <Panel title="Most alike" isFlush aside="Share of the wording that both have">
        {prompt.neighbours.length === 0 ? (
          <EmptyList title="Nothing is like it">
            No other prompt of its category shares its wording.
          </EmptyList>
        ) : (
          <ul className={classes.list}>
            {prompt.neighbours.map(({ id, text, similarity }) => (
              <Entry key={id} id={id} text={text} note={formatShare(similarity, 1)} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function Entry({ id, text, note }: { id: number; text: string; note?: string }) {
  return (
    <li>
      <Link href={`/prompts/${id}`} prefetch={false}>
        <VisibleText>{text}</VisibleText>
      </Link>
      {note !== undefined && <span className={classes.note}>{note}</span>}
    </li>
  );
}
