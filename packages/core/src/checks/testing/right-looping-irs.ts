import type { CheckExample } from "../check.ts";

/** Right IRs over collections and numbers as different models write them: steps over several sentences, raised errors. */
export const RIGHT_LOOPING_IRS: CheckExample[] = [
  {
    prompt:
      "Given a list of integers and a target, find the first index where the value equals the target. If the target isn't found, return -1.",
    ir: {
      name: "find_index",
      parameters: { lst: "List[int]", target: "int" },
      returns: "int",
      effects: [
        "Iterate through lst with index using enumerate.",
        "For each element, if value == target, immediately return its index (early return).",
        "After the loop completes without finding a match, return LITERAL -1.",
      ],
      assertions: [
        "result == -1 or lst[result] == target",
        "target in lst or result == -1",
        "lst != [] or result == -1",
        "result >= -1",
      ],
      constraints: [
        {
          type: "loop_constraint",
          search_type: "FIRST_MATCH",
          requirement: "EARLY_RETURN",
          loop_variable: "value",
        },
        { type: "return_constraint", value_name: "index", requirement: "MUST_RETURN" },
      ],
    },
  },
  {
    prompt: "Compute the factorial of n. Raise ValueError for negative numbers.",
    ir: {
      name: "factorial",
      parameters: { n: "int" },
      returns: "int",
      effects: [
        "If n < 0, raise ValueError with the message 'n must be non-negative'.",
        "Start with product = 1 and multiply it by each i from 2 to n inclusive.",
        "Return product; for n == 0 and n == 1 this is 1.",
      ],
      assertions: [
        "n != 0 or result == 1",
        "n != 1 or result == 1",
        "n != 5 or result == 120",
        "result >= 1",
      ],
    },
  },
  {
    prompt: "Return True if the number is prime and False otherwise.",
    ir: {
      name: "is_prime",
      parameters: { number: "int" },
      returns: "bool",
      effects: [
        "If number < 2, return False.",
        "For each divisor from 2 up to and including int(number ** 0.5), return False immediately if number % divisor == 0.",
        "If no divisor was found, return True.",
      ],
      assertions: [
        "number >= 2 or result is False",
        "number != 2 or result is True",
        "number != 9 or result is False",
        "isinstance(result, bool)",
      ],
    },
  },
  {
    prompt:
      "Merge two dictionaries; values of the second win on conflicts. Neither input may be modified.",
    ir: {
      name: "merge_dicts",
      parameters: { first: "dict[str, Any]", second: "dict[str, Any]" },
      returns: "dict[str, Any]",
      effects: [
        "Create merged as a shallow copy of first.",
        "Update merged with all key/value pairs from second so that second wins on conflicts.",
        "Return merged without modifying first or second; when both are empty the result is an empty dict.",
      ],
      assertions: [
        "result is not first and result is not second",
        "all(result[k] == v for k, v in second.items())",
        "set(result) == set(first) | set(second)",
        "first != {} or result == second",
      ],
    },
  },
  {
    prompt: "Remove duplicates from a list while preserving order.",
    ir: {
      name: "dedupe",
      parameters: { items: "list[Any]" },
      returns: "list[Any]",
      effects: [
        "Track seen elements in a list so unhashable elements work.",
        "Iterate over items; append each item to the output only when it has not been seen before.",
        "Return the output list; for empty input return LITERAL [].",
      ],
      assertions: [
        "items != [] or result == []",
        "len(result) <= len(items)",
        "items != [1, 1, 2] or result == [1, 2]",
      ],
      constraints: [
        {
          type: "loop_constraint",
          search_type: "ALL_MATCHES",
          requirement: "ACCUMULATE",
          loop_variable: "item",
        },
      ],
    },
  },
  {
    prompt: "Sum all even numbers in the list that are at least ten.",
    ir: {
      name: "sum_even",
      parameters: { values: "list[int]" },
      returns: "int",
      effects: [
        "Set total to 0.",
        "For every value in values: when value % 2 == 0 and value >= 10, add it to total.",
        "Return total, which is 0 for an empty list or when nothing qualifies.",
      ],
      assertions: [
        "values != [] or result == 0",
        "values != [9, 10, 11] or result == 10",
        "values != [8] or result == 0",
        "values != [-12] or result == 0",
      ],
    },
  },
  {
    prompt: "Group words by their first letter into a dict. Skip empty words.",
    ir: {
      name: "group_by_letter",
      parameters: { words: "Iterable[str]" },
      returns: "dict[str, list[str]]",
      effects: [
        "Start with an empty dict called groups.",
        "For each word: skip it when it is empty; otherwise append it to groups[word[0]], creating that list when needed.",
        "Return groups; it is LITERAL {} when words is empty.",
      ],
      assertions: [
        "list(words) != [] or result == {}",
        "all(word[0] == letter for letter, group in result.items() for word in group)",
        "'' not in [word for group in result.values() for word in group]",
      ],
      constraints: [
        {
          type: "loop_constraint",
          search_type: "ALL_MATCHES",
          requirement: "ACCUMULATE",
          loop_variable: "word",
        },
      ],
    },
  },
];
