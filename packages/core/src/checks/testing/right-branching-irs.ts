import type { CheckExample } from "../check.ts";

/** Right IRs with branches as different models write them: "Else if", "Elif", words for comparisons, f-strings. */
export const RIGHT_BRANCHING_IRS: CheckExample[] = [
  {
    prompt:
      'Write a function that takes a score and returns "pass" when the score is 60 or higher, otherwise "fail".',
    ir: {
      name: "grade_score",
      parameters: { score: "int" },
      returns: "str",
      effects: [
        "Check if score is greater than or equal to 60.",
        "If so, return LITERAL 'pass'.",
        "If the score is less than 60, return LITERAL 'fail'.",
      ],
      assertions: [
        "score < 60 or result == 'pass'",
        "score >= 60 or result == 'fail'",
        "result in ('pass', 'fail')",
      ],
    },
  },
  {
    prompt:
      "Classify an integer: return 'zero' for 0, 'positive' for numbers above 0 and 'negative' for numbers below 0.",
    ir: {
      name: "classify",
      parameters: { n: "int" },
      returns: "str",
      effects: [
        "If n equals 0, returns LITERAL 'zero'",
        "If n is greater than 0, returns LITERAL 'positive'",
        "Else, returns LITERAL 'negative'",
      ],
      assertions: [
        "n != 0 or result == 'zero'",
        "n <= 0 or result == 'positive'",
        "n >= 0 or result == 'negative'",
      ],
    },
  },
  {
    prompt: "Return the type of the value as a string: 'bool', 'int', 'str', 'list' or 'other'.",
    ir: {
      name: "get_type_name",
      parameters: { value: "Any" },
      returns: "str",
      effects: [
        "First check isinstance(value, bool) and return LITERAL 'bool' (must come before the int check since bool is a subclass of int).",
        "Then check isinstance(value, int) and return LITERAL 'int'.",
        "Then check isinstance(value, str) and return LITERAL 'str'.",
        "Then check isinstance(value, list) and return LITERAL 'list'.",
        "If none of the above match, return LITERAL 'other'.",
      ],
      assertions: [
        "value is not True or result == 'bool'",
        "type(value) is not int or result == 'int'",
        "not isinstance(value, str) or result == 'str'",
        "not isinstance(value, list) or result == 'list'",
        "value is not None or result == 'other'",
      ],
    },
  },
  {
    prompt:
      "Return the letter grade for a score: 'A' for 90+, 'B' for 80–89, 'C' for 70-79, 'F' below 70.",
    ir: {
      name: "letter_grade",
      parameters: { score: "int" },
      returns: "str",
      effects: [
        "If score >= 90 then return LITERAL 'A'.",
        "Else if score >= 80 then return LITERAL 'B'.",
        "Else if score >= 70 then return LITERAL 'C'.",
        "Else return LITERAL 'F'.",
      ],
      assertions: [
        "score != 90 or result == 'A'",
        "score != 89 or result == 'B'",
        "score != 80 or result == 'B'",
        "score != 79 or result == 'C'",
        "score != 69 or result == 'F'",
      ],
    },
  },
  {
    prompt: "Return the median of a list of numbers, or None for an empty list.",
    ir: {
      name: "median",
      parameters: { numbers: "list[float]" },
      returns: "Optional[float]",
      effects: [
        "If numbers is empty, return LITERAL None.",
        "Let ordered be sorted(numbers), a new list, and mid be len(ordered) // 2.",
        "If len(ordered) % 2 == 1, return float(ordered[mid]).",
        "Otherwise return (ordered[mid - 1] + ordered[mid]) / 2, a true division.",
      ],
      assertions: [
        "numbers != [] or result is None",
        "numbers != [3] or result == 3",
        "numbers != [1, 2] or result == 1.5",
        "result is None or min(numbers) <= result <= max(numbers)",
      ],
    },
  },
  {
    prompt:
      "Validate an email: return 'missing @' if there is no '@', \"empty local part\" if nothing precedes the '@', and 'valid' otherwise.",
    ir: {
      name: "validate_email",
      parameters: { email: "str" },
      returns: "str",
      effects: [
        "If LITERAL '@' is not in email, return LITERAL 'missing @'.",
        "Take local = email.split('@')[0].",
        "If local == '', return LITERAL 'empty local part'.",
        "Return LITERAL 'valid' in every other case.",
      ],
      assertions: [
        "'@' in email or result == 'missing @'",
        "email != '@x' or result == 'empty local part'",
        "email != 'a@b' or result == 'valid'",
        "email != '' or result == 'missing @'",
      ],
    },
  },
  {
    prompt:
      "Given a year, return True if it is a leap year. A year is a leap year if divisible by 4, except centuries unless divisible by 400.",
    ir: {
      name: "is_leap_year",
      parameters: { year: "int" },
      returns: "bool",
      effects: [
        "Return LITERAL True if year % 400 == 0.",
        "Otherwise return LITERAL False if year % 100 == 0.",
        "Otherwise return whether year % 4 == 0.",
      ],
      assertions: [
        "year != 2000 or result is True",
        "year != 1900 or result is False",
        "year != 2024 or result is True",
        "year != 2023 or result is False",
      ],
    },
  },
  {
    prompt:
      "Return a greeting 'Hello, NAME!' for a given name. If name is None or empty, greet 'stranger'.",
    ir: {
      name: "greet",
      parameters: { name: "str | None" },
      returns: "str",
      effects: [
        "If name is None or name == '', use LITERAL 'stranger' as the name.",
        "Return the f-string f'Hello, {name}!' with the chosen name.",
      ],
      assertions: [
        "name is not None or result == 'Hello, stranger!'",
        "name != '' or result == 'Hello, stranger!'",
        "not name or result == 'Hello, ' + name + '!'",
      ],
    },
  },
  {
    prompt:
      "Given a temperature in Celsius, say 'freezing' below zero, 'cold' from 0 up to 15 (exclusive), 'mild' from 15 up to 25 (exclusive) and 'hot' for everything else.",
    ir: {
      name: "describe_temperature",
      parameters: { celsius: "float" },
      returns: "str",
      effects: [
        "When celsius is below 0 the function returns LITERAL 'freezing'.",
        "When celsius is at least 0 but below 15 it returns LITERAL 'cold'.",
        "When celsius is at least 15 but below 25 it returns LITERAL 'mild'.",
        "In all other cases it returns LITERAL 'hot'; NaN ends up here as well because every comparison with it is false.",
      ],
      assertions: [
        "celsius != -0.1 or result == 'freezing'",
        "celsius != 0 or result == 'cold'",
        "celsius != 15 or result == 'mild'",
        "celsius != 25 or result == 'hot'",
      ],
    },
  },
  {
    prompt:
      "Apply a 10% discount to orders over $100, and a 20% discount to orders over $500. Return the price to pay.",
    ir: {
      name: "price_to_pay",
      parameters: { amount: "float" },
      returns: "float",
      effects: [
        "If amount > 500: return amount * 0.8.",
        "Elif amount > 100: return amount * 0.9.",
        "Else: return amount unchanged.",
      ],
      assertions: [
        "amount != 100 or result == 100",
        "amount != 500 or abs(result - 450) < 1e-9",
        "amount != 600 or abs(result - 480) < 1e-9",
        "amount < 0 or result <= amount",
      ],
    },
  },
  {
    prompt:
      "Clamp n to the range 1..10: return 1 if it is smaller than 1, 10 if it is larger than 10, else n itself.",
    ir: {
      name: "clamp",
      parameters: { n: "int" },
      returns: "int",
      effects: [
        "Return max(1, min(n, 10)), which gives LITERAL 1 for n < 1, LITERAL 10 for n > 10 and n itself in between.",
      ],
      assertions: [
        "n != 0 or result == 1",
        "n != 1 or result == 1",
        "n != 10 or result == 10",
        "n != 11 or result == 10",
        "1 <= result <= 10",
        "n != -5 or result == 1",
      ],
    },
  },
  {
    prompt:
      "Return how many days are left until a deadline, given both as day numbers. If the deadline has passed return -1; if it is today return 0.",
    ir: {
      name: "days_left",
      parameters: { today: "int", deadline: "int" },
      returns: "int",
      effects: [
        "Compute difference = deadline - today.",
        "If difference is negative, return LITERAL -1.",
        "Otherwise return difference, which is LITERAL 0 on the day itself.",
      ],
      assertions: [
        "deadline >= today or result == -1",
        "deadline != today or result == 0",
        "today != 3 or deadline != 10 or result == 7",
      ],
    },
  },
];
