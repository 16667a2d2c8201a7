/** Marks that a model confuses or forgets. */
const CONFUSED: Record<string, string> = {
  "*": "#",
  "-": "_",
  _: "-",
  "/": "",
  ".": ",",
  ",": ";",
  "!": "",
  " ": "_",
  ":": "",
};

/** Wrong spellings of a text: other case, a letter lost, doubled or exchanged, another separator. */
export function listSlips(text: string): string[] {
  const slips = [
    changeCase(text),
    text.toUpperCase(),
    loseLetter(text),
    exchangeLetters(text),
    confuseMark(text),
    /[a-z]$/i.test(text) ? `${text}s` : text,
    text.length > 3 && !/[.!]$/.test(text) ? `${text}.` : text,
  ];
  return [...new Set(slips)].filter((slip) => slip !== text && slip !== "");
}

function changeCase(text: string): string {
  const [first = ""] = text;
  const other = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  return other + text.slice(first.length);
}

function loseLetter(text: string): string {
  const middle = Math.floor(text.length / 2);
  return /^[a-z]{2}/i.test(text.slice(middle))
    ? text.slice(0, middle) + text.slice(middle + 1)
    : text;
}

function exchangeLetters(text: string): string {
  const pair = /(?<=[a-z])([a-z])((?!\1)[a-z])/i.exec(text);
  if (pair === null) return text;
  const [both, left = "", right = ""] = pair;
  return text.slice(0, pair.index) + right + left + text.slice(pair.index + both.length);
}

function confuseMark(text: string): string {
  return text.replace(/[*\-_/.,! :]/, (mark) => CONFUSED[mark] ?? mark);
}
