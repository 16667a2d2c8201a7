import { type DatasetRecipe, DEFAULT_RECIPE } from "@foundry/core/datasets/recipe.schema";

/** The form of a dataset as it is filled in. Shares are whole percentages; the test gets the rest. */
export interface RecipeDraft {
  title: string;
  /** Empty: all. */
  categories: string[];
  withCorrected: boolean;
  /** Empty: from anywhere. */
  origins: NonNullable<DatasetRecipe["filters"]["origins"]>;
  excludedProviders: string[];
  hasLimit: boolean;
  limit: number;
  seed: string;
  trainShare: number;
  validationShare: number;
  errorTypes: DatasetRecipe["negatives"]["errorTypes"];
  negativesPerSample: number;
  withCorrections: boolean;
}

/** What is wrong with a field, in a sentence for the place beside it. */
export interface RecipeProblems {
  title: string | null;
  seed: string | null;
  shares: string | null;
}

const DEFAULT_LIMIT = 423;

export function startDraft(seed: string, title: string): RecipeDraft {
  const { ratios, negatives } = DEFAULT_RECIPE;
  return {
    title,
    categories: [],
    withCorrected: true,
    origins: [],
    excludedProviders: [],
    hasLimit: false,
    limit: DEFAULT_LIMIT,
    seed,
    trainShare: ratios.train,
    validationShare: ratios.validation,
    errorTypes: negatives.errorTypes,
    negativesPerSample: negatives.perSample,
    withCorrections: negatives.withCorrections,
  };
}

/** Percent left for the test split. */
export function testShare({ trainShare, validationShare }: RecipeDraft): number {
  return 100 - trainShare - validationShare;
}

/** The recipe that a draft stands for; null with the reasons when it cannot be sent. */
export function readDraft(draft: RecipeDraft): {
  recipe: DatasetRecipe | null;
  problems: RecipeProblems;
} {
  const problems: RecipeProblems = {
    title: describeTitle(draft.title),
    seed: describeSeed(draft.seed),
    shares: describeShares(draft),
  };
  if (problems.seed !== null || problems.shares !== null) return { recipe: null, problems };
  const { categories, origins, excludedProviders, seed } = draft;
  const recipe: DatasetRecipe = {
    filters: {
      categories: categories.length === 0 ? null : categories,
      verdicts: draft.withCorrected ? ["accepted", "corrected"] : ["accepted"],
      origins: origins.length === 0 ? null : origins,
      excludedProviders,
    },
    targets: { total: draft.hasLimit ? draft.limit : null, categories: null },
    seed: seed.trim(),
    ratios: {
      train: draft.trainShare,
      validation: draft.validationShare,
      test: testShare(draft),
    },
    negatives: {
      errorTypes: draft.errorTypes,
      perSample: draft.errorTypes.length === 0 ? 0 : draft.negativesPerSample,
      withCorrections: draft.withCorrections,
    },
  };
  return { recipe, problems };
}

function describeTitle(title: string): string | null {
  if (title.trim() === "") return "Give it a name, so that people know it again.";
  return title.trim().length > 200 ? "Use at most 200 characters." : null;
}

function describeSeed(seed: string): string | null {
  if (seed.trim() === "") return "Write a seed: any word or number.";
  return seed.trim().length > 100 ? "Use at most 100 characters." : null;
}

function describeShares(draft: RecipeDraft): string | null {
  const rest = testShare(draft);
  if (rest < 0)
    return `Training and validation are ${100 - rest} % together: take ${-rest} % away.`;
  if (draft.trainShare === 0) return "Training needs a share above 0 %.";
  return null;
}
