/** A short text that programs have, with its words and names. */
export interface TextSubject {
  id: string;
  /** Without an article. */
  one: string;
  name: string;
  description: string;
  /** Several words in one language; false for names and codes that are one piece. */
  hasWords: boolean;
}

const CODES = new Set([
  "file_name",
  "user_name",
  "serial_number",
  "coupon_code",
  "nickname",
  "licence_plate",
  "url",
  "voucher_number",
]);

function text(one: string, name: string, description: string): TextSubject {
  return { id: name, one, name, description, hasWords: !CODES.has(name) };
}

export const TEXTS: readonly TextSubject[] = [
  text("headline", "headline", "Headline of an article."),
  text("comment", "comment", "Comment as its author typed it."),
  text("file name", "file_name", "Name of a file, without its folder."),
  text("log line", "log_line", "One line of a log, without its line break."),
  text("product name", "product_name", "Name of a product."),
  text("chat message", "message", "One message of a chat."),
  text("street name", "street", "Name of a street."),
  text("user name", "user_name", "Name with which a person signs in."),
  text("serial number", "serial_number", "Serial number as text; it may have letters."),
  text("search term", "search_term", "What a visitor typed into the search box."),
  text("subject line", "subject_line", "Subject of an e-mail."),
  text("caption", "caption", "Caption of a picture."),
  text("song title", "song_title", "Title of a song."),
  text("coupon code", "coupon_code", "Code of a coupon."),
  text("cell of a table", "cell", "Text of one cell."),
  text("nickname", "nickname", "Name that a player chose."),
  text("licence plate", "licence_plate", "Plate as it was read by a camera."),
  text("URL", "url", "Address of a page."),
  text("recipe step", "step", "One step of a recipe."),
  text("voucher number", "voucher_number", "Voucher number as text."),
];
