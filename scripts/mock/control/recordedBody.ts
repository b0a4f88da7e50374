import { mask } from '../../apis/mask.ts';
import { isObject } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { FormEntry } from '../form/formValue.ts';
import { parseMultipart } from '../form/parseMultipart.ts';
import { essenceOf, isJson } from '../http/mediaType.ts';
import type { IsHidden } from './hiddenNames.ts';

/** What is deeper is masked, so that no request can exhaust the stack of whoever reads of it. */
const deepest = 50;

/** A request's content with its sensitive members masked; `undefined` of what has no members, or cannot be read. */
export async function recordedBody(
  body: Buffer,
  { contentType, isHidden }: { contentType: string; isHidden: IsHidden },
): Promise<Json | undefined> {
  try {
    if (isJson(contentType)) return masked(JSON.parse(body.toString('utf8')) as Json, isHidden, 0);
    switch (essenceOf(contentType)) {
      case 'application/x-www-form-urlencoded':
        return recordedForm(urlencodedEntries(body), isHidden);
      case 'multipart/form-data':
        return recordedForm(await parseMultipart(body, contentType), isHidden);
      default:
        return undefined;
    }
  } catch {
    // What was refused as malformed is not shown: nobody knows which of it is secret.
    return undefined;
  }
}

function urlencodedEntries(body: Buffer): FormEntry[] {
  return [...new URLSearchParams(body.toString('utf8'))].map(([name, value]) => ({ name, value }));
}

function masked(value: Json, isHidden: IsHidden, depth: number): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return mask;
  if (Array.isArray(value)) return value.map((item) => masked(item, isHidden, depth + 1));
  if (!isObject(value)) return mask;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isHidden(name) && member !== null ? mask : masked(member, isHidden, depth + 1),
    ]),
  );
}

/** Each name once, with a list where it is repeated. */
function recordedForm(entries: FormEntry[], isHidden: IsHidden): JsonObject {
  const groups = Map.groupBy(entries, ({ name }) => name);
  return Object.fromEntries(
    [...groups].map(([name, group]) => {
      const isMasked = [name, ...name.split(/[[\]]+/)].some(isHidden);
      const values = isMasked ? [mask] : group.map((entry) => recordedPart(entry, isHidden));
      return [name, values.length === 1 ? (values[0] ?? null) : values];
    }),
  );
}

function recordedPart({ value, mediaType }: FormEntry, isHidden: IsHidden): Json {
  if (mediaType === undefined || essenceOf(mediaType) === 'text/plain') return value;
  if (!isJson(mediaType)) return { mediaType, bytes: value.length };
  try {
    return masked(JSON.parse(value) as Json, isHidden, 0);
  } catch {
    return { mediaType, bytes: value.length };
  }
}
