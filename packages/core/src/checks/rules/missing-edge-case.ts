import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findCrashEdges } from "./edges/crash-edges.ts";
import { readEdgeSubject } from "./edges/edge-subject.ts";
import { findNamedEdges } from "./edges/named-edges.ts";
import { findQuietEdges } from "./edges/quiet-edges.ts";
import { findThresholdEdges } from "./edges/threshold-edges.ts";
import { readSpeech } from "./read-speech.ts";

const MAX_HINTS = 3;

/** Says which edge cases the types or the prompt imply and the IR leaves out. */
export const missingEdgeCase: Check = {
  id: "missing_edge_case",
  errorType: "missing_edge_case",
  version: 2,
  title: "Edge case left out",
  description:
    "An empty argument, None, zero, a negative number or a boundary of the prompt is in neither effects nor assertions. It is an error where a step would crash, such as a division by the length of an empty list; otherwise a hint to say what happens.",
  examples: {
    flags: [
      {
        prompt: "Return the average of a list of response times as a float.",
        ir: {
          parameters: { times: "list[int]" },
          returns: "float",
          effects: [
            "Let total be the sum of times.",
            "Return total / len(times), with true division.",
          ],
          assertions: ["times != [1, 2] or result == 1.5"],
        },
        path: "/effects",
      },
      {
        prompt: "Return the upper-case form of a name.",
        ir: {
          parameters: { name: "str | None" },
          returns: "str",
          effects: ["Return name.upper(); an empty name gives LITERAL ''."],
        },
        path: "/signature/parameters/0",
      },
    ],
    passes: [
      {
        prompt:
          "Return the average of a list of response times as a float, or None if there are none.",
        ir: {
          parameters: { times: "list[int]" },
          returns: "float | None",
          effects: [
            "If times is empty, return LITERAL None.",
            "Otherwise return sum(times) / len(times), with true division.",
          ],
        },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] => {
    if (subject.ir.effects.length === 0) return [];
    const input = readEdgeSubject(subject, readSpeech(subject.ir));
    const crashes = findCrashEdges(input);
    const others = [
      ...findNamedEdges(input),
      ...findQuietEdges(input),
      ...findThresholdEdges(input),
    ];
    const warnings = others.filter(({ severity }) => severity === "warning");
    const hints = others.filter(({ severity }) => severity === "info").slice(0, MAX_HINTS);
    return [...crashes, ...warnings, ...(crashes.length > 0 ? [] : hints)];
  },
};
