/** A record with a prompt, as the commands that prepare training data read it. */
export interface DatasetRecord {
  /** The record as it stands in the file, on one line. */
  text: string;
  prompt: string;
  /** Parsed; the text itself where that is not JSON; null when there is none. */
  ir: unknown;
  id: string | null;
  category: string | null;
  family: string | null;
  parent: string | null;
}
