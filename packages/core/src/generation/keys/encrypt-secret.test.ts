import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decryptSecret } from "./decrypt-secret.ts";
import { encryptSecret } from "./encrypt-secret.ts";
import { maskKey } from "./mask-key.ts";

const SECRET = "a secret of the studio";
const KEY = "sk-ant-api03-0123456789abcdef";

describe("encryptSecret and decryptSecret", () => {
  it("give back any text", () => {
    const text = fc.string({ unit: "binary", minLength: 1 });
    fc.assert(
      fc.property(text, text, text, (secret, key, subject) => {
        expect(decryptSecret(secret, encryptSecret(secret, key, subject), subject)).toBe(key);
      }),
      { numRuns: 50 },
    );
  });

  it("show nothing of the key, and never the same text twice", () => {
    const first = encryptSecret(SECRET, KEY, "anthropic");
    const second = encryptSecret(SECRET, KEY, "anthropic");
    expect(first).not.toBe(second);
    expect(first).not.toContain(KEY.slice(0, 8));
    expect(Buffer.from(first.split(".")[2] ?? "", "base64url").toString()).not.toContain("sk-ant");
  });

  it("cannot be read with another secret, or as the key of something else", () => {
    const ciphertext = encryptSecret(SECRET, KEY, "anthropic");
    expect(() => decryptSecret("another", ciphertext, "anthropic")).toThrow(/FOUNDRY_SECRET/);
    expect(() => decryptSecret(SECRET, ciphertext, "endpoint:1")).toThrow(/FOUNDRY_SECRET/);
  });

  it("cannot be changed, cut or lengthened anywhere", () => {
    const ciphertext = encryptSecret(SECRET, KEY, "anthropic");
    for (const [part, text] of ciphertext.split(".").entries()) {
      const bytes = Buffer.from(text, "base64url");
      const damaged = part === 0 ? "v2" : flipBit(bytes).toString("base64url");
      const cut = part === 0 ? "" : bytes.subarray(0, -1).toString("base64url");
      for (const wrong of [damaged, cut]) {
        const changed = ciphertext.split(".").with(part, wrong).join(".");
        expect(() => decryptSecret(SECRET, changed, "anthropic")).toThrow(/FOUNDRY_SECRET/);
      }
    }
    expect(() => decryptSecret(SECRET, `${ciphertext}.AA`, "anthropic")).toThrow();
    expect(() => decryptSecret(SECRET, "", "anthropic")).toThrow(/FOUNDRY_SECRET/);
  });

  it("says nothing of the key in the error", () => {
    const ciphertext = encryptSecret(SECRET, KEY, "anthropic");
    try {
      decryptSecret("another", ciphertext, "anthropic");
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(ciphertext);
      expect((error as Error).cause).toBeUndefined();
    }
  });
});

function flipBit(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}

describe("maskKey", () => {
  it.each([
    ["sk-ant-api03-0123456789abcdef", "…cdef"],
    ["short", "…"],
    ["exactly-19-characte", "…"],
    ["exactly-20-character", "…cter"],
  ])("of %s is %s", (key, hint) => {
    expect(maskKey(key)).toBe(hint);
  });
});
