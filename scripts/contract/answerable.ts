import { sample } from '../cases/sample.ts';
import { mapNodes } from '../document/mapNodes.ts';
import { isObject, joinPointer } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { compileRegExp } from '../validate/boundedRegExp.ts';
import { validatorOf } from '../validate/validator.ts';
import { within } from '../validate/within.ts';
import { boundUnfolding } from './boundUnfolding.ts';

/**
 * A foreign document as a truthful mock needs it, which answers by examples: those that break their own schema give way
 * to one that does not, where one can be made; an operation that lists no success has one, without content.
 */
export function answerable(document: JsonObject): JsonObject {
  const hasTime = timer(12 * patience);
  const answering = mapNodes(document, (node, { kind, pointer }) => {
    if (!isObject(node)) return node;
    if (kind === 'schema') return withKnownPattern(node);
    if (kind === 'operation') return withSuccess(node);
    const isAnswer = kind === 'mediaType' && /\/responses\/[^/]*\/content\/[^/]*$/.test(pointer);
    return isAnswer && hasTime() ? withTruth(document, node, pointer) : node;
  });
  return boundUnfolding(answering);
}

/** How long an answer may take to be made; all of them, twelve times as long. In milliseconds. */
const patience = 1000;

/** Tells whether fewer than `most` milliseconds are gone. */
function timer(most: number): () => boolean {
  const startedAt = performance.now();
  return () => performance.now() - startedAt < most;
}

/** A pattern that needs more than Unicode to be compiled would make the mock judge nothing at all by the schema. */
function withKnownPattern(schema: JsonObject): JsonObject {
  const { pattern, ...rest } = schema;
  if (typeof pattern !== 'string' || compileRegExp(pattern).unicode) return schema;
  return rest;
}

function withSuccess(operation: JsonObject): JsonObject {
  const responses = isObject(operation.responses) ? operation.responses : {};
  const isListed = Object.keys(responses).some((status) => /^([23](\d\d|XX)|default)$/i.test(status));
  return isListed ? operation : { ...operation, responses: { ...responses, 200: { description: '' } } };
}

function withTruth(document: JsonObject, media: JsonObject, pointer: string): JsonObject {
  const schema = { pointer: joinPointer(pointer, 'schema'), usage: '' };
  if (!isObject(media.schema) || !/[/+]json/i.test(pointer.replaceAll('~1', '/'))) return media;
  const obeys = (value: Json | undefined) =>
    value !== undefined && validatorOf(document).errors(schema.pointer, value).length === 0;
  const place = { ...schema, schema: media.schema };
  const made = () => {
    const value = within(patience, () => sample(document, place, 'maximal'));
    return obeys(value) ? value : within(patience, () => sample(document, place, 'minimal'));
  };
  const { example, examples, ...rest } = media;
  const named = isObject(examples) ? Object.entries(examples) : [];
  const told = example === undefined ? named : [['example', { value: example }] as const, ...named];
  const values = told.map(([name, one]): [string, Json | undefined] => [
    name,
    (followReferences(document, { node: one, pointer: '' })?.node as JsonObject | undefined)?.value,
  ]);
  if (values.length > 0 && values.every(([, value]) => obeys(value))) return media;
  const truth = made();
  if (!obeys(truth)) return media;
  const kept = (values.length > 0 ? values : [['sample', truth] as const]).map(([name, value]) => [
    name,
    { value: obeys(value) ? value : truth },
  ]);
  return { ...rest, examples: Object.fromEntries(kept) };
}
