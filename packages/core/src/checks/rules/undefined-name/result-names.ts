/** What people call the value that comes back, which predicates call `result`. */
export const RESULT_NAMES: ReadonlySet<string> = new Set(
  "output out returned return_value returned_value ret res response answer results returns rv".split(
    " ",
  ),
);
