/** The way back from a page of evaluation. */
export const EVALUATION_PARENTS = [{ label: "Evaluation", href: "/evaluation" }];
