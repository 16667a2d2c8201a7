/**
 * Puts text that others wrote between two tags that do not occur in it, so that it can neither end
 * its own place nor open another one: whatever it says stays something to read.
 *
 * @param name of the tags, in snake_case; a number is added when the text has the name in it
 */
export function delimit(name: string, text: string): string {
  const tag = findFreeTag(name, text.toLowerCase());
  return `<${tag}>\n${text}\n</${tag}>`;
}

function findFreeTag(name: string, text: string): string {
  for (let number = 1; ; number += 1) {
    const tag = number === 1 ? name : `${name}_${number}`;
    if (!text.includes(tag)) return tag;
  }
}
