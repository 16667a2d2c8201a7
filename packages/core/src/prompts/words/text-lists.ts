/** A list of texts that programs have, with its words, names and three different examples. */
export interface TextList {
  id: string;
  one: string;
  many: string;
  list: string;
  item: string;
  description: string;
  samples: readonly [string, string, string];
}

function texts(
  one: string,
  many: string,
  list: string,
  item: string,
  samples: [string, string, string],
  description: string,
): TextList {
  return { id: list, one, many, list, item, samples, description };
}

export const TEXT_LISTS: readonly TextList[] = [
  texts("tag", "tags", "tags", "tag", ["new", "sale", "gift"], "Tags of an article."),
  texts(
    "file name",
    "file names",
    "file_names",
    "file_name",
    ["a.txt", "b.csv", "c.txt"],
    "Names without a folder.",
  ),
  texts(
    "user name",
    "user names",
    "user_names",
    "user_name",
    ["ada", "grace", "alan"],
    "Names with which people sign in.",
  ),
  texts("city", "cities", "cities", "city", ["Oslo", "Rome", "Lima"], "Names of cities."),
  texts(
    "product code",
    "product codes",
    "codes",
    "code",
    ["A1", "B2", "C3"],
    "Codes as they stand on the label.",
  ),
  texts("word", "words", "words", "word", ["tea", "milk", "sugar"], "Words of one sentence."),
  texts(
    "e-mail address",
    "e-mail addresses",
    "addresses",
    "address",
    ["a@x.org", "b@x.org", "c@y.org"],
    "Addresses of recipients.",
  ),
  texts("colour", "colours", "colours", "colour", ["red", "blue", "green"], "Names of colours."),
  texts(
    "country code",
    "country codes",
    "countries",
    "country",
    ["NO", "IT", "PE"],
    "Two-letter codes.",
  ),
  texts(
    "job title",
    "job titles",
    "job_titles",
    "job_title",
    ["cook", "nurse", "pilot"],
    "Titles as people gave them.",
  ),
  texts(
    "song title",
    "song titles",
    "songs",
    "song",
    ["Yesterday", "Hurt", "Waterloo"],
    "Titles in the order of the playlist.",
  ),
  texts(
    "ingredient",
    "ingredients",
    "ingredients",
    "ingredient",
    ["flour", "salt", "yeast"],
    "Ingredients of a recipe.",
  ),
  texts("host name", "host names", "hosts", "host", ["web1", "db1", "mail"], "Names of servers."),
  texts("team", "teams", "teams", "team", ["Lions", "Bears", "Hawks"], "Names of teams."),
  texts(
    "order number",
    "order numbers",
    "order_numbers",
    "order_number",
    ["ord-1", "ord-2", "ord-9"],
    "Order numbers as text.",
  ),
  texts(
    "hashtag",
    "hashtags",
    "hashtags",
    "hashtag",
    ["#sun", "#sea", "#sky"],
    "Hashtags with their sign.",
  ),
  texts(
    "airport code",
    "airport codes",
    "airports",
    "airport",
    ["OSL", "FCO", "LIM"],
    "Three-letter codes.",
  ),
  texts(
    "column name",
    "column names",
    "columns",
    "column",
    ["id", "name", "total"],
    "Names of table columns.",
  ),
];
