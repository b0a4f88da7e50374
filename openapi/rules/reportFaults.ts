import type { Location, UserContext } from '@redocly/openapi-core';
import type { Fault } from './shape.ts';

/** Reports what is wrong with the node at `location`, each fault at its own place. */
export function reportFaults(
  faults: readonly Fault[],
  { report, location }: { report: UserContext['report']; location: Location },
): void {
  for (const { message, at } of faults) {
    // `child([])` would add an empty token.
    const place = at.length === 0 ? location : location.child([...at]);
    report({ message, location: place.key() });
  }
}
