"use client";

import { Button } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useRef } from "react";
import { useCommands } from "../../../components/frame/commands";

const ACCEPTED = ".jsonl,.ndjson,.json,.csv,application/json,text/csv";

/** Opens the browser's file dialog; the command palette does the same. */
export function PickFilesButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const open = () => input.current?.click();
  useCommands([{ id: "pick-files", label: "Choose files to import", icon: IconUpload, run: open }]);
  const pick = (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])];
    // Without the reset, picking the same file again would be no change, and nothing would happen.
    field.value = "";
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label="Files to import"
        onChange={(event) => pick(event.currentTarget)}
      />
      <Button leftSection={<IconUpload size={16} />} onClick={open}>
        Import files
      </Button>
    </>
  );
}
