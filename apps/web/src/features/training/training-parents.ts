/** The way back from a page of training. */
export const TRAINING_PARENTS = [{ label: "Training", href: "/training" }];
