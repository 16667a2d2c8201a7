import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { RefObject } from "react";
import { Shortcut } from "../shortcut";

/** The search field of a list of prompts: `/` leads to it, Escape out of it. */
export function WordsFilter({
  field,
  className,
  words,
  onWords,
}: {
  field: RefObject<HTMLInputElement | null>;
  className: string;
  words: string;
  onWords: (words: string) => void;
}) {
  return (
    <TextInput
      ref={field}
      className={className}
      aria-label="Words in the prompt"
      placeholder="Words in the prompt"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        <span aria-hidden>
          <Shortcut keys={["/"]} />
        </span>
      }
      maxLength={200}
      value={words}
      onChange={(event) => onWords(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}
