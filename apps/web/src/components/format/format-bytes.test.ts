import { expect, it } from "vitest";
import { formatBytes } from "./format-bytes";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 KB"],
  [102_987, "103 KB"],
  [999_999, "1.0 MB"],
  [1_536_000, "1.5 MB"],
  [200_000_000, "200 MB"],
])("%i bytes are %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
