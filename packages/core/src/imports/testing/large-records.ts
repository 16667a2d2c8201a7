/** JSON Lines of about `byteCount` bytes, made while they are read; each record has 20 KB or so. */
export async function* largeRecords(byteCount: number): AsyncGenerator<Buffer> {
  for (let number = 0, made = 0; made < byteCount; number += 1) {
    const line = Buffer.from(`${JSON.stringify(makeLargeRecord(number))}\n`);
    made += line.length;
    yield line;
  }
}

function makeLargeRecord(number: number) {
  const effects = Array.from({ length: 150 }, (_, step) => ({
    description: `In step ${step} of record ${number}: when the item is 'kept', append it to the result; otherwise go on with the next one`,
  }));
  const signature = { name: "keep_items", parameters: [{ name: "items", type_hint: "list[str]" }] };
  return {
    prompt: `Keep the items of list number ${number}`,
    ir: { intent: { summary: "Keeps the items that are to be kept" }, signature, effects },
  };
}
