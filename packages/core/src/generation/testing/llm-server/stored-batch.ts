/** A batch as the server keeps it. */
export interface StoredBatch {
  id: string;
  createdAt: number;
  /** Null: when it is told to. */
  endsAt: number | null;
  cancelledAt: number | null;
  /** One line for each request, ready from the start and shown at the end. */
  results: { customId: string; kind: "succeeded" | "errored" | "expired"; line: string }[];
}
