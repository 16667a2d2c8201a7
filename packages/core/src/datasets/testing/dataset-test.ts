import { importTest } from "../../imports/testing/import-test.ts";
import type { Dataset } from "../dataset.schema.ts";
import { freezeDataset } from "../freeze-dataset.ts";
import { type DatasetRecipe, DEFAULT_RECIPE } from "../recipe.schema.ts";

/** A database test with a storage folder, an admin, and a way to freeze what is accepted. */
export const datasetTest = importTest.extend<{
  freeze: (change?: Partial<DatasetRecipe>) => Promise<Dataset>;
}>({
  freeze: async ({ db, storage, admin }, use) =>
    use((change = {}) =>
      freezeDataset(db, storage, admin, {
        title: "For a test",
        recipe: { ...DEFAULT_RECIPE, ...change },
      }),
    ),
});
