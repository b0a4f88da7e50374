/** What is left to do when the last case of a run has been run. */
export type Ending = () => Promise<void>;

const endings: Ending[] = [];

/**
 * Has something done at the end of the run in this thread, however it ends: after the last case, a failure, Ctrl-C, or when
 * its time is over. The last that was asked for is done first. Requests go out then as before; where the run was stopped,
 * for ten seconds.
 */
export function onEnd(ending: Ending): void {
  endings.push(ending);
}

/** Does them all; one that fails keeps no other from being done. @throws {AggregateError} of those that failed */
export async function endRun(): Promise<void> {
  const errors: unknown[] = [];
  for (let ending = endings.pop(); ending; ending = endings.pop()) {
    await ending().catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, 'what was left to do at the end of the run failed');
}
