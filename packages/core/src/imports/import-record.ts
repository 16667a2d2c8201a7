/** The IR of a record, ready to be stored. */
export interface ImportIr {
  /** As it came, byte for byte, `provenance` aside. */
  raw: string;
  /** Of `raw`. */
  sha256: string;
  /** JSON for the jsonb column; null when that cannot hold the document. */
  documentJson: string | null;
  isSchemaValid: boolean;
  /** Null when nothing was stripped. */
  rawBeforeStrip: string | null;
}

export interface ImportBenchmarkCase {
  name: string;
  functionName: string;
  /** JSON text, as it came. */
  testCases: string;
}

/** Python that does what the prompt asks for. */
export interface ImportImplementation {
  source: string;
  sha256: string;
}

/** A record that can be imported. */
export interface ImportRecord {
  prompt: {
    text: string;
    sha256: string;
    category: string | null;
    complexity: string | null;
    source: string | null;
  };
  ir: ImportIr | null;
  benchmarkCase: ImportBenchmarkCase | null;
  implementation: ImportImplementation | null;
  /** Lists of arguments to run implementations on, each argument a Python expression. */
  inputs: string[][] | null;
}
