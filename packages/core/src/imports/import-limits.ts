/** Fixed limits of an import. */
export const IMPORT_LIMITS = {
  uploadBytes: 2 * 1024 ** 3,
  recordBytes: 2_000_000,
  /** UTF-16 code units. */
  promptLength: 20_000,
  /** Category and complexity; the filters of the lists take no longer ones. */
  labelLength: 100,
  sourceLength: 500,
  nameLength: 500,
  /** Stored inputs of a prompt: how many, of how many arguments, of what length each. */
  inputCalls: 200,
  inputArguments: 20,
  inputLength: 2_000,
  /** A batch is one transaction: small enough for a short lock, large enough to be fast. */
  batchRecords: 200,
  /** Keeps a batch of large records from filling the memory. */
  batchBytes: 1_000_000,
} as const;
