export const reviewKeys = {
  all: ["review"] as const,
  summary: () => [...reviewKeys.all, "summary"] as const,
  leased: () => [...reviewKeys.all, "leased"] as const,
};
