/** `1 file`, `2 files`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `1 story`, `2 stories`. */
export function countStories(amount: number): string {
  return amount === 1 ? '1 story' : `${amount} stories`;
}
