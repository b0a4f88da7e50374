import type { Life } from '../model/life.ts';

/** The operations that tell of a resource that came to be so, by their operationIds: the one that reads it, the one that lists it. */
export function askedAfter({ reader, listing }: Life): string[] {
  return [reader, listing?.operation].flatMap((operation) => operation?.operationId ?? []);
}
