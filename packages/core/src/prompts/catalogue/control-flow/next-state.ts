import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise, joinWords } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const MACHINES = [
  {
    id: "order",
    thing: "an order",
    moves: [
      ["new", "pay", "paid"],
      ["paid", "ship", "shipped"],
      ["shipped", "receive", "done"],
    ],
  },
  {
    id: "door",
    thing: "an automatic door",
    moves: [
      ["closed", "open", "opening"],
      ["opening", "finish", "open"],
      ["open", "close", "closed"],
    ],
  },
  {
    id: "ticket",
    thing: "a support ticket",
    moves: [
      ["open", "assign", "in progress"],
      ["in progress", "solve", "solved"],
      ["solved", "reopen", "open"],
    ],
  },
  {
    id: "job",
    thing: "a print job",
    moves: [
      ["queued", "start", "printing"],
      ["printing", "fail", "stopped"],
      ["stopped", "retry", "queued"],
    ],
  },
  {
    id: "player",
    thing: "a music player",
    moves: [
      ["stopped", "play", "playing"],
      ["playing", "pause", "paused"],
      ["paused", "play", "playing"],
    ],
  },
  {
    id: "article",
    thing: "an article",
    moves: [
      ["draft", "submit", "in review"],
      ["in review", "publish", "public"],
      ["public", "withdraw", "draft"],
    ],
  },
  {
    id: "lift",
    thing: "a lift",
    moves: [
      ["idle", "call", "moving"],
      ["moving", "arrive", "doors open"],
      ["doors open", "wait", "idle"],
    ],
  },
  {
    id: "account",
    thing: "a bank account",
    moves: [
      ["active", "freeze", "frozen"],
      ["frozen", "unfreeze", "active"],
      ["frozen", "close", "closed"],
    ],
  },
] as const;
const OTHERWISE = [
  {
    id: "stay",
    effect: "return state unchanged",
    words: "the state stays as it is",
    python: "state",
  },
  {
    id: "error",
    effect: "return LITERAL 'error'",
    words: "the answer is 'error'",
    python: "'error'",
  },
  { id: "none", effect: "return LITERAL None", words: "the answer is None", python: "None" },
] as const;

export const nextState = defineTemplate({
  id: "next_state",
  category: "control_flow",
  title: "Compute the next state of a machine",
  slots: {
    machine: { kind: "word", values: MACHINES },
    moves: { kind: "choice", values: ["first_two", "last_two", "all"] },
    otherwise: { kind: "choice", values: OTHERWISE },
    stop: { kind: "label", values: ["nothing", "reset", "cancel"] },
  },
  phrasings: [
    ({ machine, moves, otherwise, stop }) =>
      `Return the next state of ${machine.thing}, given its state and an event. ${pick(
        machine.moves,
        moves,
      )
        .map(([from, event, to]) => `In the state '${from}' the event '${event}' leads to '${to}'.`)
        .join(
          " ",
        )}${stop === "nothing" ? "" : ` The event '${stop}' leads to '${STOPS[stop]}' from every state.`} With any other combination ${otherwise.words}.`,
    ({ machine, moves, otherwise, stop }) =>
      `${capitalise(machine.thing)} is a small state machine: ${joinWords(pick(machine.moves, moves).map(([from, event, to]) => `'${event}' takes it from '${from}' to '${to}'`))}.${stop === "nothing" ? "" : ` '${stop}' always takes it to '${STOPS[stop]}'.`} Write a function of state and event that returns where it goes; if the event does not fit the state, ${otherwise.words}.`,
  ],
  load: ({ moves, stop }) => ({
    branches: (moves === "all" ? 4 : 3) + (stop === "nothing" ? 0 : 1),
    quirks: 0,
    edgeCases: 0,
  }),
  blueprint: ({ machine, moves, otherwise, stop }) => {
    const rows = pick(machine.moves, moves);
    const name = `next_${machine.id}_state`;
    const [from, event] = rows[0] ?? ["", "", ""];
    const known = rows
      .map((row) => `(${pythonLiteral(row[0])}, ${pythonLiteral(row[1])})`)
      .join(", ");
    const goal = stop === "nothing" ? "" : STOPS[stop];
    const isStop = `event == ${pythonLiteral(stop)}`;
    const isOther = otherwise.id === "none" ? "result is None" : `result == ${otherwise.python}`;
    return {
      ir: writeIr({
        summary: `Compute the next state of ${machine.thing}.`,
        name,
        parameters: [
          ["state", "str", "Present state; case matters."],
          ["event", "str", "What happened; case matters."],
        ],
        returns: otherwise.id === "none" ? "str | None" : "str",
        effects: [
          ...(stop === "nothing"
            ? []
            : [
                `If event == LITERAL ${pythonLiteral(stop)}, return LITERAL ${pythonLiteral(goal)}, whatever the state is.`,
              ]),
          ...rows.map(
            (row) =>
              `If state == LITERAL ${pythonLiteral(row[0])} and event == LITERAL ${pythonLiteral(row[1])}, return LITERAL ${pythonLiteral(row[2])}.`,
          ),
          `Otherwise ${otherwise.effect}; this covers unknown states and unknown events.`,
        ],
        assertions: [
          ...(stop === "nothing"
            ? []
            : ([
                [
                  `${isStop.replace("==", "!=")} or result == ${pythonLiteral(goal)}`,
                  "From every state",
                ],
              ] as const)),
          ...rows.map((row) =>
            assertCase(
              { state: pythonLiteral(row[0]), event: pythonLiteral(row[1]) },
              pythonLiteral(row[2]),
              `From ${row[0]} to ${row[2]}`,
            ),
          ),
          [
            `${stop === "nothing" ? "" : `${isStop} or `}(state, event) in [${known}] or ${isOther}`,
            "Every other combination",
          ],
          assertCase(
            { state: pythonLiteral(from), event: "''" },
            otherwise.id === "stay" ? pythonLiteral(from) : otherwise.python,
            "Empty event",
          ),
          assertCase(
            { state: pythonLiteral(event), event: pythonLiteral(from) },
            otherwise.id === "stay" ? pythonLiteral(event) : otherwise.python,
            "State and event in the wrong places",
          ),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(state, event):`,
        ...(stop === "nothing"
          ? []
          : [`    if ${isStop}:`, `        return ${pythonLiteral(goal)}`]),
        ...rows.flatMap((row) => [
          `    if state == ${pythonLiteral(row[0])} and event == ${pythonLiteral(row[1])}:`,
          `        return ${pythonLiteral(row[2])}`,
        ]),
        `    return ${otherwise.python}`,
      ),
      inputs: [
        ...machine.moves.map(([start, move]) => [pythonLiteral(start), pythonLiteral(move)]),
        ...machine.moves.map(([start]) => [pythonLiteral(start), pythonLiteral(event)]),
        ["''", "''"],
        [pythonLiteral(from), "''"],
        [pythonLiteral(event), pythonLiteral(from)],
        [pythonLiteral(from), "'reset'"],
        ["'gone'", "'cancel'"],
      ],
    };
  },
});

const STOPS = { reset: "initial", cancel: "cancelled" } as const;

type Move = readonly [from: string, event: string, to: string];

function pick(moves: readonly Move[], choice: "first_two" | "last_two" | "all"): readonly Move[] {
  if (choice === "all") return moves;
  return choice === "first_two" ? moves.slice(0, 2) : moves.slice(-2);
}
