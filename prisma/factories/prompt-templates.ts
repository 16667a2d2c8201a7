export interface TemplateValues {
  noun: string;
  /** Exact value that the prompt asks for. */
  literal: string;
  low: number;
  /** Greater than `low`. */
  high: number;
}

interface FilledTemplate {
  prompt: string;
  complexity: "easy" | "medium" | "medium_hard";
  ir: object;
}

/** One prompt shape for each category of the corpus, with an IR that a reviewer would accept. */
export const PROMPT_TEMPLATES: Record<string, (values: TemplateValues) => FilledTemplate> = {
  control_flow: ({ noun, literal, low, high }) => ({
    prompt: `Write a function that takes the number of ${noun}s as an integer. Return '${literal}' if it is below ${low}, 'fine' if it is at most ${high}, and 'too many' otherwise.`,
    complexity: "medium",
    ir: ir(
      `Grade the number of ${noun}s against two limits.`,
      `grade_${noun}s`,
      "count: int",
      "str",
      {
        effects: [
          `if count < ${low}, return LITERAL '${literal}'`,
          `otherwise, if count <= ${high}, return LITERAL 'fine'`,
          "otherwise return LITERAL 'too many'",
        ],
        assertions: [
          `count >= ${low} or result == '${literal}'`,
          `not (${low} <= count <= ${high}) or result == 'fine'`,
          `count <= ${high} or result == 'too many'`,
        ],
      },
    ),
  }),
  list_operations: ({ noun, literal, low, high }) => ({
    prompt: `Write a function that returns the first ${noun} name in a list that is longer than ${low} and shorter than ${high + 1} characters, or '${literal}' if there is none.`,
    complexity: "medium",
    ir: ir(
      `Find the first ${noun} name of a suitable length.`,
      `find_${noun}_name`,
      "names: list[str]",
      "str",
      {
        effects: [
          `go through names in order; if len(name) > ${low} and len(name) <= ${high}, return that name immediately`,
          `if no name matches, the empty list included, return LITERAL '${literal}'`,
        ],
        assertions: [
          `len(names) > 0 or result == '${literal}'`,
          `result in names or result == '${literal}'`,
        ],
        constraints: [
          {
            type: "loop_constraint",
            search_type: "FIRST_MATCH",
            requirement: "EARLY_RETURN",
            loop_variable: "name",
          },
        ],
      },
    ),
  }),
  string_manipulation: ({ noun, literal, low, high }) => ({
    prompt: `Write a function that strips the whitespace around a ${noun} label. Return '${literal}' if fewer than ${low} characters are left, else the label cut to at most ${high} characters.`,
    complexity: "medium",
    ir: ir(
      `Clean a ${noun} label and limit its length.`,
      `clean_${noun}_label`,
      "label: str",
      "str",
      {
        effects: [
          "strip whitespace at both ends of label; call it text",
          `if len(text) < ${low}, return LITERAL '${literal}'`,
          `otherwise return the first ${high} characters of text, or all of it when it is shorter`,
        ],
        assertions: [
          `len(label.strip()) >= ${low} or result == '${literal}'`,
          `len(result) <= max(${high}, len('${literal}'))`,
        ],
      },
    ),
  }),
  type_operations: ({ noun, literal, low, high }) => ({
    prompt: `Write a function that classifies a ${noun} value: 'flag' for a bool, '${literal}' for an int from ${low} to ${high}, 'number' for any other int or float, and 'other' for everything else.`,
    complexity: "medium_hard",
    ir: ir(
      `Classify a ${noun} value by its type and size.`,
      `classify_${noun}`,
      "value: object",
      "str",
      {
        effects: [
          "if value is a bool, return LITERAL 'flag'; this comes first because bool is a subclass of int",
          `otherwise, if value is an int and ${low} <= value <= ${high}, return LITERAL '${literal}'`,
          "otherwise, if value is an int or a float, return LITERAL 'number'",
          "otherwise, None included, return LITERAL 'other'",
        ],
        assertions: [
          "not isinstance(value, bool) or result == 'flag'",
          "value is not None or result == 'other'",
        ],
      },
    ),
  }),
  mathematical: ({ noun, literal, low, high }) => ({
    prompt: `Write a function that adds up the ${noun} counts that are divisible by ${low} and not above ${high}. Return the sum, or '${literal}' if no count qualifies.`,
    complexity: "medium",
    ir: ir(
      `Add up the ${noun} counts that qualify.`,
      `sum_${noun}s`,
      "counts: list[int]",
      "int | str",
      {
        effects: [
          `keep the counts with count % ${low} == 0 and count <= ${high}; zero and negative multiples qualify`,
          `if none is kept, the empty list included, return LITERAL '${literal}'`,
          "otherwise return the sum of the kept counts",
        ],
        assertions: [
          `len(counts) > 0 or result == '${literal}'`,
          `result == '${literal}' or result % ${low} == 0`,
        ],
      },
    ),
  }),
  edge_cases: ({ noun, literal, low, high }) => ({
    prompt: `Write a function that divides a ${noun} total by a count. Return '${literal}' if the count is zero, None if the total is None, ${low} if the result is below ${low}, ${high} if it is above ${high}, and the result otherwise.`,
    complexity: "medium_hard",
    ir: ir(
      `Divide a ${noun} total and clamp the result.`,
      `average_${noun}`,
      "total: float | None, count: int",
      "float | int | str | None",
      {
        effects: [
          `if count == 0, return LITERAL '${literal}'; this comes before the test of total`,
          "otherwise, if total is None, return None",
          `otherwise compute total / count; if it is below ${low} return ${low}; if it is above ${high} return ${high}`,
          "otherwise return the quotient",
        ],
        assertions: [
          `count != 0 or result == '${literal}'`,
          "count == 0 or total is not None or result is None",
        ],
      },
    ),
  }),
};

function ir(
  summary: string,
  name: string,
  parameters: string,
  returns: string,
  body: { effects: string[]; assertions: string[]; constraints?: object[] },
): object {
  return {
    intent: { summary },
    signature: {
      name,
      parameters: parameters.split(", ").map((parameter) => {
        const [parameterName, typeHint] = parameter.split(": ");
        return { name: parameterName, type_hint: typeHint };
      }),
      returns,
    },
    effects: body.effects.map((description) => ({ description })),
    assertions: body.assertions.map((predicate) => ({ predicate })),
    constraints: body.constraints ?? [],
  };
}
