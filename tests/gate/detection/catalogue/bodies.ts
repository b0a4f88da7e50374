import { removeAt, setAt } from '../../../../scripts/json/change.ts';
import { parentPointer, valueAt } from '../../../../scripts/json/pointer.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import { describedMediaType } from '../../../contract/checks/contentType.ts';
import type { FrontExchange } from '../../fault.ts';
import { withJson } from '../../faults/conditions.ts';
import { type Answers, answersOf, hasStatus, isJson, mediaTypeOf } from '../answered.ts';
import { bodyPlaces } from '../bodyPlaces.ts';
import type { FaultFamily, PlacedFault, Subject } from '../subject.ts';
import { type WrongValue, wrongValues } from './values.ts';

/** JSON bodies in which one value is wrong, at every place and depth. */
export const bodies: FaultFamily = (subject) =>
  answersOf(subject).flatMap((answers) => {
    const found = answers.answers.filter(isJson).flatMap((truthful) => wrongIn(subject, answers, truthful));
    const once = new Map(found.map((one) => [`${one.name} ${one.pointer}`, one]));
    return [...once.values()].map((wrong) => faultOf(wrong, answers.status));
  });

function wrongIn(
  { operation, choose }: Subject,
  { described }: Answers,
  truthful: Answers['answers'][0],
): WrongValue[] {
  const schema = describedMediaType(described, mediaTypeOf(truthful))?.schema;
  if (!schema) return [];
  const body = JSON.parse(truthful.answer.body.toString('utf8')) as Json;
  return bodyPlaces(operation.document, schema, body).flatMap((place) => wrongValues(place, choose));
}

function faultOf({ name, check, pointer, value }: WrongValue, status: number): PlacedFault {
  const has = hasStatus(status);
  return {
    ...{ name, check, status, place: `/body${pointer}` },
    applies: (exchange) =>
      has(exchange) && hasPlace(exchange, value === undefined ? pointer : parentPointer(pointer)),
    change: (answer) =>
      withJson(answer, (body) =>
        value === undefined ? removeAt(body as Json, pointer) : setAt(body as Json, pointer, value),
      ),
  };
}

function hasPlace(exchange: FrontExchange, pointer: string): boolean {
  const { answer } = exchange;
  if (!answer || !isJson({ answer })) return false;
  return valueAt(JSON.parse(answer.body.toString('utf8')) as Json, pointer) !== undefined;
}
