/** Whole numbers by name, with its words, names and three different keys. */
export interface NumberTable {
  id: string;
  key: string;
  keys: string;
  value: string;
  values: string;
  table: string;
  description: string;
  samples: readonly [string, string, string];
}

function table(
  key: string,
  keys: string,
  value: string,
  values: string,
  name: string,
  samples: [string, string, string],
  description: string,
): NumberTable {
  return { id: name, key, keys, value, values, table: name, samples, description };
}

export const NUMBER_TABLES: readonly NumberTable[] = [
  table(
    "product",
    "products",
    "price",
    "prices",
    "prices",
    ["pen", "lamp", "desk"],
    "Price in cents by product.",
  ),
  table(
    "player",
    "players",
    "score",
    "scores",
    "scores",
    ["ada", "grace", "alan"],
    "Score by player.",
  ),
  table(
    "item",
    "items",
    "quantity",
    "quantities",
    "quantities",
    ["bolt", "nut", "washer"],
    "Pieces in stock by item.",
  ),
  table(
    "candidate",
    "candidates",
    "vote count",
    "vote counts",
    "votes",
    ["Ngo", "Berg", "Costa"],
    "Votes by candidate.",
  ),
  table(
    "city",
    "cities",
    "temperature",
    "temperatures",
    "temperatures",
    ["Oslo", "Rome", "Lima"],
    "Degrees Celsius by city.",
  ),
  table(
    "employee",
    "employees",
    "number of hours",
    "hours",
    "hours",
    ["kim", "lee", "max"],
    "Hours worked by employee.",
  ),
  table(
    "server",
    "servers",
    "error count",
    "error counts",
    "errors",
    ["web1", "db1", "mail"],
    "Errors today by server.",
  ),
  table(
    "account",
    "accounts",
    "balance",
    "balances",
    "balances",
    ["A-1", "A-2", "B-7"],
    "Balance in cents by account; negative when overdrawn.",
  ),
  table(
    "book",
    "books",
    "page count",
    "page counts",
    "page_counts",
    ["Emma", "Dune", "Kim"],
    "Pages by title.",
  ),
  table("runner", "runners", "time", "times", "times", ["Ida", "Tom", "Zoe"], "Seconds by runner."),
  table(
    "country",
    "countries",
    "medal count",
    "medal counts",
    "medals",
    ["NO", "IT", "PE"],
    "Medals by country code.",
  ),
  table(
    "song",
    "songs",
    "play count",
    "play counts",
    "plays",
    ["Hurt", "Waterloo", "Yesterday"],
    "Plays by song.",
  ),
  table(
    "department",
    "departments",
    "budget",
    "budgets",
    "budgets",
    ["sales", "legal", "it"],
    "Budget in euros by department.",
  ),
  table(
    "species",
    "species",
    "sighting count",
    "sighting counts",
    "sightings",
    ["owl", "fox", "elk"],
    "Sightings by species.",
  ),
];
