import type { Input, Sample, Texts } from './page.ts';

/**
 * Gives each body input the fields around it, and the value that the sample sends. An object's fields follow it
 * without indentation: a field belongs to the object above it if the sample sends it there, or if the sample sends it
 * nowhere and the field above it belongs there.
 */
export function nestInputs(inputs: readonly Input[], sample: Sample): Input[] {
  const nested: Input[] = [];
  for (const input of inputs) {
    const above = nested.at(-1);
    const within = input.in === 'body' && above?.in === 'body' ? placeOf(input, above, sample) : [];
    const sent = sentValue([...within, input.name], input, sample);
    nested.push({ ...input, ...(within.length > 0 && { within }), ...(sent !== undefined && { sent }) });
  }
  return nested;
}

function placeOf(input: Input, above: Input, { body }: Sample): readonly string[] {
  const around = above.within ?? [];
  const candidates = [...(above.type === 'object' ? [[...around, above.name]] : []), around, []];
  const shown = candidates.find((within) => valueAt(body, [...within, input.name]) !== undefined);
  return shown ?? around;
}

function sentValue(path: readonly string[], input: Input, { body, query }: Sample): unknown {
  if (input.in === 'body') return valueAt(body, path);
  return input.in === 'query' ? queryValue(input.name, query ?? {}) : undefined;
}

/** An array goes out as `name[0]`, `name[1]`, … */
function queryValue(name: string, query: Texts): string | string[] | undefined {
  const items = Object.keys(query).filter((key) => key.startsWith(`${name}[`));
  return items.length > 0 ? items.flatMap((key) => query[key] ?? []) : query[name];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
}
