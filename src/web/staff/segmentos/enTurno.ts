let last: Promise<unknown> = Promise.resolve();

/** Does something once all that was asked before has ended, well or not; rejects when it was given up meanwhile. */
export function enTurno<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const mine = last.then(() => {
    signal.throwIfAborted();
    return work();
  });
  last = mine.catch(() => undefined);
  return mine;
}
