import { createHash } from 'node:crypto';
import type { Subject } from './subject.ts';

/** A choice for each place, the same for the same seed, whatever other places there are. */
export function chooser(seed: number, scope: string): Subject['choose'] {
  return (place, choices) => {
    const digest = createHash('sha256').update(`${seed}\n${scope}\n${place}`).digest();
    return choices[digest.readUInt32BE(0) % choices.length] ?? choices[0];
  };
}
