/** Providers count by model. */
export function paceKey(provider: string, model: string): string {
  return `${provider}:${model}`;
}
