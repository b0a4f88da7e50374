import { mask } from '../../../scripts/apis/mask.ts';
import { isObject, member } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';

/** What was sent, and what the plan has in its place: made up from the document. */
interface Compared {
  inputs: RequestInputs;
  made: RequestInputs;
}

/**
 * Names of the parameters whose values are not of our making: whatever differs from the plan was put there by the run, from
 * the server, the environment or the user's file.
 */
export function foreignNames({ inputs, made }: Compared): string[] {
  const locations = ['path', 'query', 'header', 'cookie'] as const;
  return locations.flatMap((location) =>
    Object.entries(inputs[location] ?? {})
      .filter(([name, value]) => !isSame(value, made[location]?.[name]))
      .map(([name]) => name),
  );
}

/** The values themselves, wherever they are in the request. */
export function foreignValues({ inputs, made }: Compared): string[] {
  return leavesBeside(inputs as Json, made as Json);
}

function leavesBeside(value: Json, made: Json | undefined): string[] {
  if (isSame(value, made) || value === null) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([token, held]) => leavesBeside(held, member(made, token)));
}

/** A body with a mask for each value that is not of our making; a secret stays, since its variable stands for it. */
export function withoutForeign(
  value: Json,
  { made, isSecret }: { made: Json | undefined; isSecret(text: string): boolean },
): Json {
  if (isSame(value, made) || value === null || (typeof value === 'string' && isSecret(value))) return value;
  if (typeof value !== 'object') return mask;
  const at = (token: string) => member(made, token);
  if (Array.isArray(value)) {
    return value.map((item, index) => withoutForeign(item, { made: at(String(index)), isSecret }));
  }
  if (!isObject(value)) return mask;
  const members = Object.entries(value).map(([name, held]) => [
    name,
    withoutForeign(held, { made: at(name), isSecret }),
  ]);
  return Object.fromEntries(members);
}

function isSame(one: Json, other: Json | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
