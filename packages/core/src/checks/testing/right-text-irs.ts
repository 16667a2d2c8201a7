import type { CheckExample } from "../check.ts";

/** Right IRs over texts as different models write them. */
export const RIGHT_TEXT_IRS: CheckExample[] = [
  {
    prompt: "Count the vowels in a string, ignoring case.",
    ir: {
      name: "count_vowels",
      parameters: { s: "str" },
      returns: "int",
      effects: [
        "Initialize count to 0.",
        "For each char in s.lower(), if char is in 'aeiou' increment count by 1.",
        "Return count. For an empty string the count is 0.",
      ],
      assertions: [
        "result >= 0",
        "s != '' or result == 0",
        "s != 'AEIou' or result == 5",
        "result == sum(1 for c in s.lower() if c in 'aeiou')",
      ],
    },
  },
  {
    prompt: "Reverse the words in a sentence, keeping single spaces between them.",
    ir: {
      name: "reverse_words",
      parameters: { sentence: "str" },
      returns: "str",
      effects: [
        "Split sentence on whitespace to obtain words.",
        "Reverse the order of words.",
        "Join the reversed words with a single space LITERAL ' ' and return the result; an empty sentence gives LITERAL ''.",
      ],
      assertions: [
        "sentence != '' or result == ''",
        "sentence != 'a b' or result == 'b a'",
        "result.split() == sentence.split()[::-1]",
      ],
    },
  },
  {
    prompt:
      "Find the longest word in a text; with ties, return the first one. Return '' when the text has no words.",
    ir: {
      name: "longest_word",
      parameters: { text: "str" },
      returns: "str",
      effects: [
        "words = text.split()",
        "If words is empty return LITERAL ''.",
        "Keep the first word whose length is strictly greater than all previous ones: max(words, key=len) returns the first maximal element, so ties go to the earlier word.",
        "Return that word.",
      ],
      assertions: [
        "text.strip() != '' or result == ''",
        "text != 'aa bb c' or result == 'aa'",
        "all(len(w) <= len(result) for w in text.split())",
      ],
    },
  },
  {
    prompt:
      "Return the index of the last occurrence of a character in a string, or None if it does not occur.",
    ir: {
      name: "last_index_of",
      parameters: { text: "str", char: "str" },
      returns: "Optional[int]",
      effects: [
        "Walk through text from its end to its start.",
        "As soon as text[i] == char, return i.",
        "Return LITERAL None when the loop finishes without a match, which includes the empty text.",
      ],
      assertions: [
        "char in text or result is None",
        "result is None or text[result] == char",
        "text != '' or result is None",
        "text != 'aba' or char != 'a' or result == 2",
      ],
      constraints: [
        { type: "loop_constraint", search_type: "LAST_MATCH", requirement: "EARLY_RETURN" },
      ],
    },
  },
  {
    prompt:
      "Check whether two strings are anagrams of each other, ignoring spaces and case. Return a bool.",
    ir: {
      name: "are_anagrams",
      parameters: { first: "str", second: "str" },
      returns: "bool",
      effects: [
        "Let normalize(s) be s.lower() with all spaces removed.",
        "Compare sorted(normalize(first)) with sorted(normalize(second)).",
        "Return True when both are equal, otherwise return False. Two empty strings are anagrams of each other.",
      ],
      assertions: [
        "first != 'Listen' or second != 'Silent' or result is True",
        "first != 'ab' or second != 'abb' or result is False",
        "first != '' or second != '' or result is True",
      ],
    },
  },
  {
    prompt:
      "Parse 'key=value' lines into a dict; lines without '=' are ignored, and later keys overwrite earlier ones.",
    ir: {
      name: "parse_config",
      parameters: { source: "str" },
      returns: "dict[str, str]",
      effects: [
        "Split source into lines with source.splitlines().",
        "Ignore a line unless LITERAL '=' is in it.",
        "Split the other lines once, at the first '=', into key and value, strip both and store value under key; a repeated key keeps its last value.",
        "Return the dict; an empty source gives an empty dict.",
      ],
      assertions: [
        "source != '' or result == {}",
        "source != 'a=1\\nb=2' or result == {'a': '1', 'b': '2'}",
        "source != 'a=1\\na=2' or result == {'a': '2'}",
        "source != 'nothing' or result == {}",
        "source != 'a=b=c' or result == {'a': 'b=c'}",
      ],
    },
  },
];
