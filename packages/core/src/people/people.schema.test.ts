import { describe, expect, it } from "vitest";
import { changePersonSchema, createFirstAdminSchema, invitePersonSchema } from "./people.schema.ts";

const PERSON = { name: "Ada", email: "ada@example.org", password: "correct horse battery" };

describe("an address", () => {
  it.each([
    ["ADA@Example.org ", "ada@example.org"],
    ["ada+review@example.org", "ada+review@example.org"],
  ])("%j is stored as %j", (email, stored) => {
    expect(invitePersonSchema.parse({ email, role: "reviewer" }).email).toBe(stored);
  });

  it.each([
    "",
    "ada",
    "ada@",
    "a b@example.org",
    "ada@example.org\0",
    `${"a".repeat(250)}@example.org`,
  ])("%j is refused", (email) => {
    expect(invitePersonSchema.safeParse({ email, role: "reviewer" }).success).toBe(false);
  });
});

it.each([
  ["an empty name", { name: "  " }],
  ["a name with NUL", { name: "A\0da" }],
  ["11 characters", { password: "elevenchars" }],
  ["129 characters", { password: "x".repeat(129) }],
  ["another key", { role: "admin" }],
])("a person with %s is refused", (_, change) => {
  expect(createFirstAdminSchema.safeParse({ ...PERSON, ...change }).success).toBe(false);
});

it("a change names what it changes", () => {
  expect(changePersonSchema.safeParse({}).success).toBe(false);
  expect(changePersonSchema.safeParse({ isDisabled: true }).success).toBe(true);
});
