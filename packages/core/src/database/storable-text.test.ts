import { expect, it } from "vitest";
import { storableTextSchema } from "./storable-text.ts";

it.each(["", "é 😀 \u{10FFFF}", String.raw`{"a": "\u0000 \ud800"}`, "\u0001\u001b\r\n\t"])(
  "takes %j",
  (text) => {
    expect(storableTextSchema.safeParse(text).success).toBe(true);
  },
);

it.each(["a\0b", "\ud800", "a\udc00b", "\udc00\ud800"])("refuses %j", (text) => {
  expect(storableTextSchema.safeParse(text).success).toBe(false);
});
