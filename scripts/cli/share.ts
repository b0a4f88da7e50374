interface Counted {
  statements: number;
  exercised: number;
}

/** Of all statements those that were exercised, rounded down: `100 %` means all of them; `–` where there are none. */
export function share({ statements, exercised }: Counted): string {
  return statements === 0 ? '–' : `${Math.floor((100 * exercised) / statements)} %`;
}
