import { isAbout } from '../search.ts';
import type { PlacedFault, Subject } from '../subject.ts';

/** Why the cases cannot be asked here that were made for a fault; `undefined` where there are none. */
export function whySkipped({ place, kind }: PlacedFault, { skipped = [] }: Subject): string | undefined {
  const own = skipped.find(({ one }) => (kind === undefined ? isAbout(one, place) : one.kind === kind));
  return own && `no live case shows it: ${own.reason}`;
}
