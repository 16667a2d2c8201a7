import { readIr } from "@foundry/core/ir/read-ir";
import { expect, it } from "vitest";
import { writeTemplate } from "./write-template";

it("starts the function that the signature names", () => {
  const { ir } = readIr(
    JSON.stringify({
      intent: { summary: "Says what kind of value it is." },
      signature: {
        name: "kind_of",
        parameters: [
          { name: "value", type_hint: "object" },
          { name: "names", type_hint: "dict[\nstr, str]" },
        ],
        returns: "str",
      },
    }),
  );
  expect(writeTemplate(ir)).toBe(
    "# (value: object, names: dict[ str, str]) -> str\ndef kind_of(value, names):\n    ",
  );
});

it("is empty without a signature", () => {
  expect(writeTemplate(null)).toBe("");
});
