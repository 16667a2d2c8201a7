/**
 * Waits until `work` has ended, well or badly, but no longer than `ms` milliseconds.
 *
 * @returns whether it had ended by then
 */
export async function settlesWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const ended = work.then(
    () => true,
    () => true,
  );
  const hasEnded = await Promise.race([ended, late]);
  // A timer left behind would keep the process alive.
  clearTimeout(timer);
  return hasEnded;
}
