import type { Link, Operation } from '../model/operation.ts';
import { answerAt, type IdentifyingAnswer } from './identifyingAnswer.ts';
import { pathPlaces } from './pathPlaces.ts';

/** What the links of an operation's successful responses say: identifiers at one place of an answer are of one resource. */
export function linkAnswers(
  { operationId, responses }: Operation,
  byId: ReadonlyMap<string, Operation>,
): IdentifyingAnswer[] {
  return responses
    .filter(({ status }) => /^2/.test(status))
    .flatMap(({ status, links }) => {
      const told = links.flatMap((link) => pointedPlaces(link, byId.get(link.operationId)));
      const byPointer = Map.groupBy(told, ({ pointer }) => pointer);
      return [...byPointer].map(([pointer, group]) => ({
        ...answerAt(pointer, { operationId, status }),
        places: [...new Set(group.map(({ key }) => key))],
      }));
    });
}

/** Where in the answer's body the identifiers of the target's path stand. */
function pointedPlaces(
  { parameters }: Link,
  target: Operation | undefined,
): { pointer: string; key: string }[] {
  return (target ? pathPlaces(target) : []).flatMap(({ parameter, key }) => {
    const expression = parameters[parameter];
    const [, pointer] = /^\$response\.body#(\/.+)$/s.exec(String(expression)) ?? [];
    return pointer === undefined ? [] : [{ pointer, key }];
  });
}
