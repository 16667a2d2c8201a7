import type { IrDocument } from "../../prompts/blueprint.ts";

/** Shows each rule of the instructions once. The checks have nothing to say about it. */
export const WORKED_EXAMPLE: { prompt: string; ir: IrDocument } = {
  prompt:
    "Find the first large reading of a meter. The function gets a list of readings and returns the position of the first one above 100. Entries that are not numbers are passed over. An empty list gives 'no readings'; if no reading is above 100, return -1.",
  ir: {
    intent: { summary: "Find the position of the first reading of a meter that is above 100." },
    signature: {
      name: "first_large_reading",
      parameters: [
        {
          name: "readings",
          type_hint: "list[Any]",
          description: "Readings in the order in which they were taken; entries may have any type.",
        },
      ],
      returns: "int | str",
    },
    effects: [
      { description: "If readings == LITERAL [], return LITERAL 'no readings'." },
      {
        description:
          "Otherwise go through readings from the first entry to the last, with the index of each entry counted from 0.",
      },
      {
        description:
          "Pass over an entry for which isinstance(entry, bool) is true, although isinstance(True, int) is true, and then any entry that is neither an int nor a float.",
      },
      {
        description:
          "If entry > 100, return its index immediately; exactly 100 is not above 100, and NaN is not either.",
      },
      { description: "If no entry was > 100, return LITERAL -1." },
    ],
    assertions: [
      { predicate: "readings != [] or result == 'no readings'", rationale: "Empty list" },
      { predicate: "readings != [101] or result == 0", rationale: "Just above the threshold" },
      { predicate: "readings != [100] or result == -1", rationale: "The threshold itself" },
      { predicate: "readings != [99] or result == -1", rationale: "Just below the threshold" },
      {
        predicate: "readings != [7, 250, 300] or result == 1",
        rationale: "Several large ones: the first one counts",
      },
      {
        predicate: "readings != ['250', None, 101] or result == 2",
        rationale: "Entries that are no numbers keep their positions",
      },
      {
        predicate:
          "len(readings) == 0 or any(type(entry) in (int, float) and entry > 100 for entry in readings) or result == -1",
        rationale: "Nothing found; True and False are no numbers here",
      },
      {
        predicate: "result in ('no readings', -1) or readings[result] > 100",
        rationale: "What stands at the position is large",
      },
    ],
    constraints: [
      {
        type: "loop_constraint",
        search_type: "FIRST_MATCH",
        requirement: "EARLY_RETURN",
        loop_variable: "entry",
      },
    ],
  },
};
