import { nearest } from '../../cli/nearest.ts';
import { escapeToken, isObject } from '../../json/pointer.ts';
import { DocumentError } from '../../model/errors.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';
import type { Values } from '../../model/values.ts';
import { parseValues } from './parseValues.ts';
import { inputsOf, problemWith } from './valueInputs.ts';

/**
 * Reads the file of `--values`: the name of an input → value, or operationId → name → value. Every name is that of a
 * parameter or of a member of a body; a value of one operation obeys its schema there.
 * @throws {UsageError} if the file cannot be read
 * @throws {DocumentError} if it is no YAML, names what no operation has, or a value cannot be sent; no message holds a value
 */
export function readValues(file: string, operations: readonly Operation[]): Values {
  const read = parseValues(file);
  const values: Values = { everywhere: {}, operations: {} };
  const wrong = (problem: string, at: Wrong) => new DocumentError(problem, { file, ...at });
  // An empty file says nothing.
  if (read === null) return values;
  if (!isObject(read)) {
    throw wrong('it is no list of names and values', {
      pointer: '',
      repair: 'Write it as `id: 42`, or `getCase: {id: 42}`.',
    });
  }
  for (const [name, value] of Object.entries(read)) {
    const pointer = `/${escapeToken(name)}`;
    const operation = operations.find(({ operationId }) => operationId === name);
    if (!operation) values.everywhere[name] = everywhere({ name, value, pointer, operations }, wrong);
    else if (isObject(value)) values.operations[name] = ofOperation(operation, value, pointer, wrong);
    else
      throw wrong(`${name} is an operation, and has no names`, {
        pointer,
        repair: `Write it as \`${name}: {…}\`.`,
      });
  }
  return values;
}

interface Wrong {
  pointer: string;
  repair: string;
}

type Complain = (problem: string, at: Wrong) => DocumentError;

interface Everywhere {
  name: string;
  value: Json;
  pointer: string;
  operations: readonly Operation[];
}

function everywhere({ name, value, pointer, operations }: Everywhere, wrong: Complain): Json {
  const inputs = operations.flatMap((operation) => [...inputsOf(operation).values()]);
  const named = inputs.filter((input) => input.name === name);
  if (named.length === 0) {
    const known = [...operations.map(({ operationId }) => operationId), ...inputs.map((one) => one.name)];
    throw wrong(`no operation has an input "${name}", and none is called so`, {
      pointer,
      repair: meant(name, [...new Set(known)]),
    });
  }
  if (value === null || (named.some(({ place }) => place === 'path') && typeof value === 'object')) {
    throw wrong(`${name} cannot be sent in a path`, { pointer, repair: 'Give a text or a number.' });
  }
  return value;
}

function ofOperation(
  operation: Operation,
  given: JsonObject,
  above: string,
  wrong: Complain,
): Record<string, Json> {
  const inputs = inputsOf(operation);
  for (const [name, value] of Object.entries(given)) {
    const pointer = `${above}/${escapeToken(name)}`;
    const input = inputs.get(name);
    if (!input) {
      throw wrong(`${operation.operationId} has no input "${name}"`, {
        pointer,
        repair: meant(name, [...inputs.keys()]),
      });
    }
    const problem = problemWith(operation, input, value);
    if (problem)
      throw wrong(problem, { pointer, repair: `Give what ${input.schema?.pointer ?? 'it'} allows.` });
  }
  return given;
}

function meant(name: string, known: string[]): string {
  const near = nearest(name, known);
  const most = 20;
  const some = known.slice(0, most).join(', ');
  return near ? `Did you mean ${near}?` : `Known: ${some}${known.length > most ? ' and others' : ''}.`;
}
