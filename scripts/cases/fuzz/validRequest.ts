import fc, { type Arbitrary } from 'fast-check';
import { member } from '../../json/pointer.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import type { Parameter } from '../../model/operation.ts';
import { arbitraryOf } from './arbitraryOf.ts';
import { bodyCarrier } from './carrierOf.ts';
import { withoutInputs } from './fuzzContext.ts';
import type { FuzzContext } from './fuzzed.ts';
import { mended } from './mended.ts';

/** Of an input that is there or not. */
type Input = [section: string, name: string, value: Json];

/** Requests with random inputs, as valid as they can be made; they shrink to few inputs, and small ones. */
export function validRequest(context: FuzzContext): Arbitrary<RequestInputs> {
  const { operation, base } = context;
  const parameters = operation.parameters.flatMap((one) => anyParameter(context, one) ?? []);
  const body = anyBody(context);
  return fc.tuple(fc.tuple(...parameters), body).map(([inputs, value]) => {
    const made = withoutInputs(base);
    for (const input of inputs) {
      if (!input) continue;
      const [section, name, given] = input;
      Object.assign(made, {
        [section]: { ...(made[section as 'query'] ?? {}), [name]: given },
      });
    }
    const whole =
      value === undefined ? made : { ...made, contentType: context.media?.name ?? '', body: value };
    return mended(operation, whole, base);
  });
}

function anyParameter(context: FuzzContext, parameter: Parameter): Arbitrary<Input | undefined> | undefined {
  const { operation, base, keepsPath } = context;
  if (parameter.token) return undefined;
  const known = member(base[parameter.in], parameter.name);
  const isKept = parameter.in === 'path' && keepsPath;
  const made = isKept ? undefined : arbitraryOf(operation.document, parameter.schema, parameter.in);
  const value = anyOf(made, known);
  if (!value) return undefined;
  const input = value.map((one): Input => [parameter.in, parameter.name, one]);
  return parameter.required ? input : fc.option(input, { nil: undefined, freq: 2 });
}

function anyBody({ operation, media, base }: FuzzContext): Arbitrary<Json | undefined> {
  const carrier = media && bodyCarrier(media);
  const made = media?.schema && carrier ? arbitraryOf(operation.document, media.schema, carrier) : undefined;
  const value = anyOf(made, base.body);
  if (!value) return fc.constant(undefined);
  return operation.requestBody?.required ? value : fc.option(value, { nil: undefined, freq: 6 });
}

/** Mostly made up; now and then what is known. */
function anyOf(made: Arbitrary<Json> | undefined, known: Json | undefined): Arbitrary<Json> | undefined {
  if (known === undefined) return made;
  const own = fc.constant(known);
  return made ? fc.oneof({ weight: 5, arbitrary: made }, { weight: 1, arbitrary: own }) : own;
}
