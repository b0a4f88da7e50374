/** A seed of 32 bits from a run's seed and a name (FNV-1a): what one operation gets does not depend on the others. */
export function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${seed} ${name}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
