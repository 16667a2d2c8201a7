import { expect, test } from "./test.ts";

test("a run is previewed, stored, and adds nothing the second time", async ({ admin }) => {
  const { page } = admin;
  await page.goto("/prompts/new");
  await page.getByRole("textbox", { name: "In total" }).fill("12");
  await page.getByRole("textbox", { name: "Seed" }).fill("");
  await expect(page.getByText("Write a seed: any word or number.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Generate 12 prompts" })).toBeDisabled();
  await page.getByRole("textbox", { name: "Seed" }).fill("first");
  await expect(page.getByText("Measured on 12 prompts.")).toBeVisible();

  await page.getByRole("button", { name: "Generate 12 prompts" }).click();
  await expect(page.getByText("12 new prompts of 12 were stored.")).toBeVisible();
  await page.getByRole("link", { name: "Order again" }).click();
  await expect(page.getByRole("textbox", { name: "Seed" })).toHaveValue("first");
  await page.getByRole("button", { name: "Generate 12 prompts" }).click();
  await expect(page.getByText(/nothing was added/)).toBeVisible();
});

test("prompts are archived together and brought back by the toast", async ({ admin }) => {
  const { page } = admin;
  await page.goto("/prompts/new");
  await page.getByRole("textbox", { name: "In total" }).fill("3");
  await page.getByRole("textbox", { name: "Seed" }).fill("archive");
  await page.getByRole("button", { name: "Generate 3 prompts" }).click();
  await page.getByRole("link", { name: "Show the prompts" }).click();
  const table = page.getByRole("table", { name: "Prompts" });
  await expect(page.getByText("All 3 prompts shown")).toBeVisible();

  await page.getByRole("checkbox", { name: "Select every shown prompt" }).check();
  await page.getByRole("region", { name: "Selected prompts" }).getByRole("button").first().click();
  await expect(page.getByText("3 prompts archived")).toBeVisible();
  await expect(table).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("All 3 prompts shown")).toBeVisible();
});

test("a running order can be cancelled and taken up again", async ({ admin }) => {
  const { page } = admin;
  await page.goto("/prompts/new");
  await page.getByRole("textbox", { name: "In total" }).fill("3000");
  await page.getByRole("textbox", { name: "Seed" }).fill("long");
  await page.getByRole("button", { name: "Generate 3,000 prompts" }).click();
  await page.getByRole("button", { name: "Cancel run" }).click();
  await expect(page.getByText("The run was cancelled")).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("button", { name: "Cancel run" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel run" }).click();
  await expect(page.getByText("The run was cancelled")).toBeVisible();
});

test("a run form keeps what was filled in when the page is loaded again", async ({ admin }) => {
  const { page } = admin;
  await page.goto("/prompts/new");
  await page.getByRole("textbox", { name: "In total" }).fill("18");
  await page.getByRole("textbox", { name: "Seed" }).fill("kept");
  await page.getByRole("checkbox", { name: "With blueprints" }).check();
  await expect(page).toHaveURL(/seed=kept.*blueprints=yes/);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "In total" })).toHaveValue("18");
  await expect(page.getByRole("textbox", { name: "Seed" })).toHaveValue("kept");
  await expect(page.getByRole("checkbox", { name: "With blueprints" })).toBeChecked();
});

test("the filters of the prompts are there again, unless the address has others", async ({
  admin,
}) => {
  const { page } = admin;
  await page.goto("/prompts");
  await page.getByRole("combobox", { name: "Category" }).click();
  await page.getByRole("option", { name: "Edge cases" }).click();
  await expect(page).toHaveURL(/category=edge_cases/);
  await page.goto("/prompts/runs");
  await page.goto("/prompts");
  await expect(page).toHaveURL(/category=edge_cases/);
  await page.goto("/prompts?complexity=easy");
  await expect(page.getByRole("combobox", { name: "Complexity" })).toHaveValue("Easy");
  await expect(page).toHaveURL(/\?complexity=easy$/);
});

test("a template says what is wrong at its place, and its prompts appear", async ({ admin }) => {
  const { page } = admin;
  await page.goto("/prompts/templates/new");
  await page.getByRole("textbox", { name: "Title" }).fill("Between two limits");
  await page
    .getByRole("textbox", { name: "Text" })
    .fill("Return True if a number is between {low} and {high}, both included.");
  for (const [name, values] of [
    ["low", "1\n5"],
    ["high", "5\n9"],
  ] as const) {
    await page.getByRole("button", { name: `Add the slot ${name}` }).click();
    const slot = page.getByRole("group", { name: `Slot ${name}` });
    await slot.getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: "Number" }).click();
    await slot.getByRole("textbox", { name: "Values" }).fill(values);
  }
  await page.getByRole("button", { name: "Add a rule" }).click();
  const rule = page.getByRole("textbox", { name: "Rule 1" });
  await rule.fill("low < hihg");
  await expect(rule).toHaveAccessibleDescription(/hihg/);
  await rule.fill("low < high");
  await expect(page.getByText("3 prompts")).toBeVisible();
  await expect(page.getByText("between 1 and 9, both included.")).toBeVisible();

  await page.getByRole("button", { name: "Add an example" }).click();
  const example = page.getByRole("textbox", { name: "Example 1" });
  await example.fill("Return True if a number is between 1 and 8, both included.");
  await expect(example).toHaveAccessibleDescription(/does not go on like this/);
  await example.fill("Return True if a number is between 1 and 9, both included.");
  await expect(example).not.toHaveAccessibleDescription(/does not go on/);

  await page.getByRole("link", { name: "Overview", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(rule).toHaveValue("low < high");

  await page.getByRole("button", { name: "Create template" }).click();
  await expect(page.getByRole("link", { name: "Between two limits" })).toBeVisible();
});

test("a reviewer reads the prompts and changes nothing", async ({ reviewer }) => {
  const { page } = reviewer;
  await page.goto("/prompts");
  await expect(page.getByRole("heading", { name: "Prompts", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Generate prompts" })).toBeHidden();
  await page.goto("/prompts/templates");
  await expect(page.getByRole("table", { name: "Catalogue" })).toBeVisible();
  await expect(page.getByRole("link", { name: "New template" })).toBeHidden();
});
