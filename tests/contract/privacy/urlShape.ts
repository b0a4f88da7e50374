import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Operation, Parameter } from '../../../scripts/model/operation.ts';
import { headerValue } from '../checks/headerValue.ts';
import { shapeOf } from './shapeOf.ts';
import type { Teller } from './teller.ts';
import { textShape } from './textShape.ts';

interface Address {
  operation: Operation;
  teller: Teller;
}

/** A request's URL with shapes for the values of its parameters: `https://…/cases/<integer>?status=open`. */
export function urlShape(url: string, address: Address): string {
  const [path = '', query] = url.split(/\?(.*)/s);
  const clean = pathShape(path, address);
  return query === undefined ? clean : `${clean}?${queryShape(query, address)}`;
}

/** The template's segments are the last ones of the path: a value's own slash is percent-encoded. */
function pathShape(path: string, address: Address): string {
  const template = address.operation.path.split('/');
  const segments = path.split('/');
  const offset = segments.length - template.length;
  return segments
    .map((segment, index) => {
      const [, name] = /\{([^{}]+)\}/.exec(template[index - offset] ?? '') ?? [];
      return name === undefined
        ? address.teller.redactor.text(segment)
        : valueShape('path', name, segment, address);
    })
    .join('/');
}

function queryShape(query: string, address: Address): string {
  return query
    .split('&')
    .map((field) => {
      const [name = '', ...value] = field.split('=');
      const told = address.teller.redactor.text(name);
      return value.length === 0
        ? told
        : `${told}=${valueShape('query', decoded(name), value.join('='), address)}`;
    })
    .join('&');
}

/** A member of an object parameter has its own name in brackets, and no schema here: `filter[name]`. */
function valueShape(
  location: Parameter['in'],
  name: string,
  text: string,
  { operation, teller }: Address,
): string {
  const value = decoded(text);
  const variable = teller.redactor.variableOf(value);
  if (variable !== undefined) return variable;
  const parameter = operation.parameters.find((one) => one.in === location && one.name === name);
  if (!parameter) return textShape(value);
  const document: JsonObject = operation.document;
  const typed = headerValue(document, [parameter.schema], value);
  if (typeof typed === 'object' && typed !== null) return textShape(value);
  const shape = shapeOf(typed, { document, teller, places: [parameter.schema], name });
  return shape === typed ? text : String(shape);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
