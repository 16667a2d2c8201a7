"use client";

import { Button, FileButton } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useRef } from "react";

const ACCEPTED = ".jsonl,.ndjson,.json,.csv,application/json,text/csv";

export function PickFilesButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  // Without the reset, picking the same file again would be no change, and nothing would happen.
  const reset = useRef<() => void>(null);
  const pick = (files: File[]) => {
    if (files.length > 0) onFiles(files);
    reset.current?.();
  };
  return (
    <FileButton
      multiple
      accept={ACCEPTED}
      onChange={pick}
      resetRef={reset}
      inputProps={{ "aria-label": "Files to import" }}
    >
      {(props) => (
        <Button {...props} leftSection={<IconUpload size={16} />}>
          Import files
        </Button>
      )}
    </FileButton>
  );
}
