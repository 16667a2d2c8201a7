export const importKeys = {
  all: ["imports"] as const,
  list: () => [...importKeys.all, "list"] as const,
  detail: (id: string) => [...importKeys.all, "detail", id] as const,
  issues: (id: string) => [...importKeys.all, "issues", id] as const,
};
