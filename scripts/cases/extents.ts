import { isObject, joinPointer, member, parsePointer } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { MediaType, Operation, SchemaPlace } from '../model/operation.ts';
import { propertiesOf, requiredOf, schemaParts, subschema } from '../validate/schemaParts.ts';
import { agreeing } from './agreeing.ts';
import { isForm } from './inputPlaces.ts';
import { problemsOf } from './problems.ts';
import { sample } from './sample.ts';
import type { Story } from './stories.ts';

interface ExtentOptions {
  operation: Operation;
  media: MediaType | undefined;
  stories: Story[];
}

/**
 * The base request without any optional input but one; `undefined` where that is not valid (a rule asks for another).
 * @param kept the pointer of the one: `/body/items/0/id`
 */
export function minimalInputs(
  { operation, media }: Pick<ExtentOptions, 'operation' | 'media'>,
  base: RequestInputs,
  kept = '',
): RequestInputs | undefined {
  const inputs: RequestInputs = { ...base };
  for (const location of ['path', 'query', 'header', 'cookie'] as const) {
    delete inputs[location];
    const required = operation.parameters.filter(
      (one) => one.in === location && (one.required || joinPointer('', location, one.name) === kept),
    );
    for (const { name } of required) {
      const value = member(base[location], name);
      if (value !== undefined) inputs[location] = { ...inputs[location], [name]: value };
    }
  }
  const [section, ...tokens] = parsePointer(kept);
  if (!operation.requestBody?.required && section !== 'body') {
    delete inputs.body;
    delete inputs.contentType;
  } else if (media?.schema && inputs.body !== undefined) {
    inputs.body = requiredOnly(operation, media.schema, { value: inputs.body, kept: tokens });
  }
  if (operation.requestBody?.required && isEmptyForm(inputs)) return undefined;
  return problemsOf(operation, inputs).length === 0 ? inputs : undefined;
}

/** A form without fields is no body. */
function isEmptyForm({ contentType = '', body }: RequestInputs): boolean {
  return isForm(contentType) && isObject(body) && Object.keys(body).length === 0;
}

interface Pruned {
  value: Json;
  /** Where, below the value, an optional input is kept. */
  kept: string[];
}

function requiredOnly(operation: Operation, place: SchemaPlace, { value, kept }: Pruned): Json {
  const parts = schemaParts(operation.document, place);
  const [token, ...below] = kept;
  const inside = (name: string) => (name === token ? below : []);
  if (Array.isArray(value)) {
    const [items] = parts.flatMap((part) => subschema(part, 'items') ?? []);
    if (!items) return value;
    return value.map((item, index) =>
      requiredOnly(operation, items, { value: item, kept: inside(String(index)) }),
    );
  }
  if (!isObject(value)) return value;
  const required = requiredOf(parts);
  const properties = propertiesOf(parts);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => required.has(name) || name === token)
      .map(([name, inner]) => {
        const schema = properties.get(name);
        return [name, schema ? requiredOnly(operation, schema, { value: inner, kept: inside(name) }) : inner];
      }),
  );
}

/** Every input at once, as far as they go together: the base's, then the other stories', then sampled. */
export function maximalInputs(
  { operation, media, stories }: ExtentOptions,
  base: RequestInputs,
): RequestInputs {
  const full: RequestInputs = { ...base };
  for (const parameter of operation.parameters.filter(({ token }) => !token)) {
    const { name, examples, in: location, schema } = parameter;
    const told = member(base[location], name) ?? Object.values(examples)[0];
    const value = filledIn([told, sample(operation.document, schema, 'maximal')]);
    if (value !== undefined) full[location] = { ...full[location], [name]: value };
  }
  if (media?.schema) {
    const told = stories.map(({ inputs }) => inputs.body);
    const body = filledIn([...told, sample(operation.document, media.schema, 'maximal')]);
    if (body !== undefined) Object.assign(full, { body, contentType: media.name });
  }
  return agreeing(operation, full, base);
}

/** The first value, with the members that only a later one has. */
function filledIn([first, ...others]: (Json | undefined)[]): Json | undefined {
  if (first === undefined && others.length > 0) return filledIn(others);
  return others.reduce<Json | undefined>(fill, first);
}

function fill(value: Json | undefined, other: Json | undefined): Json | undefined {
  // Of a list the first item is the one that cases are made of.
  if (Array.isArray(value) && value.length === 0 && Array.isArray(other)) return other;
  if (Array.isArray(value) && Array.isArray(other) && value[0] !== undefined) {
    return value.with(0, fill(value[0], other[0]) ?? value[0]);
  }
  if (!isObject(value) || !isObject(other)) return value;
  const filled = Object.entries(other).map(([name, inner]) => [
    name,
    fill(member(value, name) ?? inner, inner),
  ]);
  return { ...value, ...Object.fromEntries(filled) };
}
