/** Why a run ended before its last case. */
export interface Stop {
  /** `interrupted` by a signal, `late` for its own limit, or the target is `down`, or will not have us. */
  kind: 'interrupted' | 'late' | 'down';
  /** What is told of each case that was not run for it. */
  reason: string;
}
