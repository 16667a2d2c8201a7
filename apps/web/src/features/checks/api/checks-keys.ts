export const checksKeys = {
  all: ["checks"] as const,
};
