/** How a file is to be cut into records. */
export type FileLayout =
  | { format: "jsonl" | "json"; startOffset: number }
  | {
      format: "csv";
      /** Bytes before the text: 3 where a byte order mark stands, else 0. */
      startOffset: number;
      delimiter: string;
    };
