/**
 * The first idea for making prompts, which the templates must beat: random words in random slots.
 * Kept only as the yardstick of the benchmark.
 */
const TEMPLATES: Record<string, string[]> = {
  control_flow: [
    "Create a function that returns {value} if {condition}, {value} if {condition}, otherwise {value}",
    "Create a function that validates {input}. Return '{error}' if {condition}, otherwise return '{success}'",
    "Create a function that classifies {input}. Return '{type}' for {condition}, '{type}' for {condition}, or '{type}' otherwise",
  ],
  list_operations: [
    "Create a function that {operation} from a list of {type}",
    "Create a function that filters a list keeping only elements that {condition}",
    "Create a function that finds the {position} element in a list that {condition}",
  ],
  string_manipulation: [
    "Create a function that {operation} each {unit} in a string",
    "Create a function that checks if a string {condition}. Must {operation}",
    "Create a function that returns {value} if string {condition}",
  ],
  type_operations: [
    "Create a function that checks the type of a value. Use isinstance() to check if the value is {type}, {type}, or {type}. Return the exact string '{type}', '{type}', '{type}', or 'other'",
    "Create a function that converts {type} to {type}, returning {value} if conversion fails",
  ],
  mathematical: [
    "Create a function that calculates the {operation} of {input}",
    "Create a function that returns the {position} {unit} from {input}",
  ],
  edge_cases: [
    "Create a function that returns {value} or {value} if {condition}",
    "Create a function that handles {condition} by {operation}",
  ],
};

const POOLS: Record<string, string[]> = {
  value: ["'valid'", "'invalid'", "0", "None", "[]", "''", "True", "False"],
  condition: ["< 8 characters", "> 0", "is empty", "contains @", "equals 5"],
  operation: ["sum", "count", "filter", "map", "find", "capitalize", "reverse"],
  type: ["int", "str", "list", "dict", "bool", "float"],
  error: ["too short", "invalid", "error"],
  success: ["valid", "success", "ok"],
  input: ["a number", "a string", "a list", "an email"],
  position: ["first", "last", "second"],
  unit: ["character", "word", "item"],
};

/** The same quota for each category, drawn independently. */
export function writeNaivePrompts(count: number, random: () => number): string[] {
  const pick = (values: string[]) => values[Math.floor(random() * values.length)] ?? "";
  const categories = Object.values(TEMPLATES);
  return Array.from({ length: count }, (_, index) =>
    pick(categories[index % categories.length] ?? []).replaceAll(/\{(\w+)\}/g, (_match, slot) =>
      pick(POOLS[slot] ?? []),
    ),
  );
}
