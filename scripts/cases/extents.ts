import { isObject, member } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { MediaType, Operation, SchemaPlace } from '../model/operation.ts';
import { propertiesOf, requiredOf, schemaParts, subschema } from '../validate/schemaParts.ts';
import { problemsOf } from './problems.ts';
import { sample } from './sample.ts';
import type { Story } from './stories.ts';

interface ExtentOptions {
  operation: Operation;
  media: MediaType | undefined;
  stories: Story[];
}

/** The base request without any optional input; `undefined` where that is not valid (a rule asks for one of them). */
export function minimalInputs(
  { operation, media }: ExtentOptions,
  base: RequestInputs,
): RequestInputs | undefined {
  const inputs: RequestInputs = { ...base };
  for (const location of ['path', 'query', 'header', 'cookie'] as const) {
    delete inputs[location];
    const required = operation.parameters.filter((one) => one.in === location && one.required);
    for (const { name } of required) {
      const value = member(base[location], name);
      if (value !== undefined) inputs[location] = { ...inputs[location], [name]: value };
    }
  }
  if (!operation.requestBody?.required) {
    delete inputs.body;
    delete inputs.contentType;
  } else if (media?.schema && inputs.body !== undefined) {
    inputs.body = requiredOnly(operation, media.schema, inputs.body);
  }
  return problemsOf(operation, inputs).length === 0 ? inputs : undefined;
}

function requiredOnly(operation: Operation, place: SchemaPlace, value: Json): Json {
  const parts = schemaParts(operation.document, place);
  if (Array.isArray(value)) {
    const [items] = parts.flatMap((part) => subschema(part, 'items') ?? []);
    return items ? value.map((item) => requiredOnly(operation, items, item)) : value;
  }
  if (!isObject(value)) return value;
  const required = requiredOf(parts);
  const properties = propertiesOf(parts);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => required.has(name))
      .map(([name, inner]) => {
        const schema = properties.get(name);
        return [name, schema ? requiredOnly(operation, schema, inner) : inner];
      }),
  );
}

/** Every input at once: the base's, then the other stories', then sampled; the base where that is not valid. */
export function maximalInputs(
  { operation, media, stories }: ExtentOptions,
  base: RequestInputs,
): RequestInputs {
  const full: RequestInputs = { ...base };
  for (const parameter of operation.parameters.filter(({ token }) => !token)) {
    const value =
      Object.values(parameter.examples)[0] ?? sample(operation.document, parameter.schema, 'maximal');
    if (value !== undefined) full[parameter.in] = { [parameter.name]: value, ...full[parameter.in] };
  }
  if (media?.schema) {
    const told = stories.flatMap(({ inputs }) => inputs.body ?? []);
    const body = filledIn([...told, sample(operation.document, media.schema, 'maximal')]);
    if (body !== undefined) Object.assign(full, { body, contentType: media.name });
  }
  return problemsOf(operation, full).length === 0 ? full : base;
}

/** The first value, with the members that only a later one has. */
function filledIn([first, ...others]: (Json | undefined)[]): Json | undefined {
  if (first === undefined && others.length > 0) return filledIn(others);
  return others.reduce<Json | undefined>(fill, first);
}

function fill(value: Json | undefined, other: Json | undefined): Json | undefined {
  if (!isObject(value) || !isObject(other)) return value;
  const filled = Object.entries(other).map(([name, inner]) => [
    name,
    fill(member(value, name) ?? inner, inner),
  ]);
  return { ...value, ...Object.fromEntries(filled) };
}
