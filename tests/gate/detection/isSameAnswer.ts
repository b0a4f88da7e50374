import type { WireAnswer } from '../wire.ts';

export function isSameAnswer(one: WireAnswer, other: WireAnswer): boolean {
  return (
    one === other ||
    (one.status === other.status &&
      one.delivery === other.delivery &&
      JSON.stringify(one.headers) === JSON.stringify(other.headers) &&
      one.body.equals(other.body))
  );
}
