export const providersKeys = { all: ["providers"] as const };
