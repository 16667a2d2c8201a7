import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const PLACES = [
  { id: "library", the: "the library", open: "open", closed: "closed" },
  { id: "support_line", the: "the support line", open: "call now", closed: "leave a message" },
  { id: "warehouse", the: "the warehouse", open: "deliver", closed: "come back later" },
  { id: "pool", the: "the swimming pool", open: "swim", closed: "stay home" },
  { id: "repair_shop", the: "the repair shop", open: "we are here", closed: "we are away" },
  { id: "museum", the: "the museum", open: "tickets on sale", closed: "no tickets" },
  { id: "recycling_yard", the: "the recycling yard", open: "gate up", closed: "gate down" },
] as const;

export const openingHours = defineTemplate({
  id: "opening_hours",
  category: "control_flow",
  title: "Tell from weekday and hour whether a place is open",
  slots: {
    place: { kind: "word", values: PLACES },
    from: { kind: "threshold", values: [7, 8, 9, 10, 11] },
    until: { kind: "threshold", values: [16, 17, 18, 20, 22] },
    weekend: { kind: "choice", values: ["sunday", "both", "short_saturday"] },
    invalid: { kind: "label", values: ["no such time", "invalid"] },
  },
  phrasings: [
    ({ place, from, until, weekend, invalid }) =>
      `Say whether ${place.the} is open, given the weekday as a number from 0 for Monday to 6 for Sunday, and the hour from 0 to 23. It opens at ${from} and closes at ${until}, so the hour ${until} itself is too late. ${WEEKENDS[weekend]} Return '${place.open}' or '${place.closed}', or '${invalid}' if the weekday or the hour is out of range.`,
    ({ place, from, until, weekend, invalid }) =>
      `Return '${place.open}' if ${place.the} is open at the given weekday (0 is Monday, 6 is Sunday) and hour (0 to 23), and '${place.closed}' if not. Opening hours are from ${from} until just before ${until}. ${WEEKENDS[weekend]} A weekday or an hour that does not exist gives '${invalid}'.`,
  ],
  load: ({ weekend }) => ({
    branches: weekend === "short_saturday" ? 5 : 4,
    quirks: 0,
    edgeCases: 2,
  }),
  blueprint: ({ place, from, until, weekend, invalid }) => {
    const name = `${place.id}_status`;
    const [open, closed] = [pythonLiteral(place.open), pythonLiteral(place.closed)];
    const short = weekend === "short_saturday";
    const lastDay = weekend === "both" ? 4 : 5;
    return {
      ir: writeIr({
        summary: `Say whether ${place.the} is open at a weekday and hour.`,
        name,
        parameters: [
          ["weekday", "int", "0 for Monday to 6 for Sunday."],
          ["hour", "int", "Full hour from 0 to 23."],
        ],
        returns: "str",
        effects: [
          `If weekday < 0 or weekday > 6 or hour < 0 or hour > 23, return LITERAL ${pythonLiteral(invalid)}.`,
          weekend === "both"
            ? `If weekday >= 5, return LITERAL ${closed}; 5 is Saturday and 6 is Sunday.`
            : `If weekday == 6, return LITERAL ${closed}; 6 is Sunday.`,
          ...(short
            ? [
                `Let closing be 12 if weekday == 5, which is Saturday, and ${until} on any other day.`,
              ]
            : []),
          `If hour >= ${from} and hour < ${short ? "closing" : until}, return LITERAL ${open}.`,
          `Otherwise return LITERAL ${closed}.`,
        ],
        assertions: [
          assertCase({ weekday: -1 }, pythonLiteral(invalid), "Weekday below the range"),
          assertCase({ weekday: 7 }, pythonLiteral(invalid), "Weekday above the range"),
          assertCase({ hour: -1 }, pythonLiteral(invalid), "Hour below the range"),
          assertCase({ hour: 24 }, pythonLiteral(invalid), "Hour above the range"),
          assertCase({ weekday: 0, hour: 0 }, closed, "First hour of the week"),
          assertCase({ weekday: 6, hour: 23 }, closed, "Last hour of the week"),
          assertCase({ weekday: 0, hour: from - 1 }, closed, "Just before opening"),
          assertCase({ weekday: 0, hour: from }, open, "Opening hour"),
          assertCase({ weekday: 4, hour: until - 1 }, open, "Last hour"),
          assertCase({ weekday: 4, hour: until }, closed, "Closing hour"),
          assertCase({ weekday: 5, hour: 11 }, lastDay === 4 ? closed : open, "Saturday morning"),
          assertCase(
            { weekday: 5, hour: 12 },
            lastDay === 4 || short ? closed : open,
            "Saturday at noon",
          ),
          assertCase({ weekday: 6, hour: 11 }, closed, "Sunday"),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(weekday, hour):`,
        `    if weekday < 0 or weekday > 6 or hour < 0 or hour > 23:`,
        `        return ${pythonLiteral(invalid)}`,
        weekend === "both" ? `    if weekday >= 5:` : `    if weekday == 6:`,
        `        return ${closed}`,
        ...(short ? [`    closing = 12 if weekday == 5 else ${until}`] : []),
        `    if hour >= ${from} and hour < ${short ? "closing" : until}:`,
        `        return ${open}`,
        `    return ${closed}`,
      ),
      inputs: [
        [-1, 12],
        [7, 12],
        [3, -1],
        [3, 24],
        [0, 0],
        [6, 23],
        [0, from - 1],
        [0, from],
        [4, until - 1],
        [4, until],
        [5, 11],
        [5, 12],
        [6, 11],
        [2, 13],
      ].map(([day, hour]) => [String(day), String(hour)]),
    };
  },
});

const WEEKENDS = {
  sunday: "On Sundays it stays closed.",
  both: "On Saturdays and Sundays it stays closed.",
  short_saturday: "On Saturdays it already closes at 12, and on Sundays it stays closed.",
} as const;
