import { describe, expect, it } from "vitest";
import { readJsonBody } from "./read-json-body";

const json = { "content-type": "application/json" };

function send(body: string | Uint8Array, headers: Record<string, string> = json) {
  return new Request("http://localhost/", { method: "POST", body: body as BodyInit, headers });
}

describe("readJsonBody", () => {
  it("reads JSON", async () => {
    expect(await readJsonBody(send('{"a":[1,"é"]}'))).toEqual({ a: [1, "é"] });
    expect(
      await readJsonBody(send("1", { "content-type": "application/json; charset=utf-8" })),
    ).toBe(1);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    "application/json-patch+json",
  ])("refuses %s", async (type) => {
    await expect(readJsonBody(send("{}", { "content-type": type }))).rejects.toMatchObject({
      code: "unsupported",
    });
  });

  it("takes exactly the limit, and not a byte more", async () => {
    expect(await readJsonBody(send('"abcd"'), 6)).toBe("abcd");
    await expect(readJsonBody(send('"abcde"'), 6)).rejects.toMatchObject({ code: "too_large" });
  });

  it.each([
    ["nothing", "", "body_not_json"],
    ["half a document", '{"a":', "body_not_json"],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "body_not_utf8"],
    ["a NUL", '{"a/b":["\\u0000"]}', "unstorable_text"],
    ["a lone surrogate", '{"a":"\\ud800"}', "unstorable_text"],
    ["a hundred thousand levels", "[".repeat(100_000) + "]".repeat(100_000), "too_deep"],
  ])("refuses %s", async (_, body, reason) => {
    await expect(readJsonBody(send(body))).rejects.toMatchObject({ code: "invalid_input", reason });
  });

  it("points at text that cannot be stored", async () => {
    await expect(readJsonBody(send('{"a/b":["ok","\\u0000"]}'))).rejects.toMatchObject({
      problems: [{ path: "/a~1b/1" }],
    });
  });

  it("takes a whole surrogate pair", async () => {
    expect(await readJsonBody(send('"\\ud83d\\ude00"'))).toBe("😀");
  });
});
