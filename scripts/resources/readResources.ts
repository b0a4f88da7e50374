import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource, ResourceMethod, ResourcePlace, Resources } from '../model/resource.ts';
import { schemaTypes } from '../validate/formShape.ts';
import { type IdentifyingAnswer, isCreated, isListed } from './identifyingAnswer.ts';
import { joinKeys } from './joinKeys.ts';
import { linkAnswers } from './linkAnswers.ts';
import { type EndPlace, pathAnswers } from './pathAnswers.ts';
import { type PathPlace, pathPlaces } from './pathPlaces.ts';

interface Placed {
  operation: Operation;
  places: PathPlace[];
}

const methods: Record<string, ResourceMethod> = {
  GET: 'read',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
};

/**
 * What a server of this API holds, as its document's links and paths tell: which operations create, list, read, change and
 * delete what, under which identifiers. Places whose identifiers one answer tells are of one resource; so are places that
 * are spelled alike but for the parameter's name.
 */
export function readResources({ operations }: Pick<Api, 'operations'>): Resources {
  const placed = operations.map((operation) => ({ operation, places: pathPlaces(operation) }));
  const answers = identifyingAnswers(operations, placed);
  const names = joinKeys(
    placed.flatMap(({ places }) => places.map(({ key }) => key)),
    answers.map(({ places }) => places),
  );
  const resources = new Map<string, Resource>();
  for (const name of names.values()) {
    if (!resources.has(name)) resources.set(name, { name, places: [], creates: [], lists: [] });
  }
  const resourceAt = (key = '') => resources.get(names.get(key) ?? '');
  for (const { operation, places } of placed) {
    for (const place of places) resourceAt(place.key)?.places.push(resourcePlace(operation, place));
  }
  const byId = new Map(operations.map((operation) => [operation.operationId, operation]));
  for (const { places, ...answer } of answers) {
    const resource = resourceAt(places[0]);
    const operation = byId.get(answer.operationId);
    if (!resource || !operation) continue;
    if (isCreated(operation, { ...answer, places }, (key) => names.has(key))) resource.creates.push(answer);
    if (isListed(operation, { ...answer, places })) resource.lists.push(answer);
  }
  return lookUp(
    [...resources.values()],
    new Map(placed.map((one) => [one.operation.operationId, one.places])),
    resourceAt,
  );
}

function identifyingAnswers(
  operations: readonly Operation[],
  placed: readonly Placed[],
): IdentifyingAnswer[] {
  const byId = new Map(operations.map((operation) => [operation.operationId, operation]));
  const linked = operations.flatMap((operation) => linkAnswers(operation, byId));
  const isSaid = ({ operationId, places }: IdentifyingAnswer) =>
    linked.some((one) => one.operationId === operationId && places.some((key) => one.places.includes(key)));
  const inferred = pathAnswers(operations, placed.flatMap(endsOf));
  return [...linked, ...inferred.filter((one) => !isSaid(one))];
}

function endsOf({ operation, places }: Placed): EndPlace[] {
  return places
    .filter(({ isLast }) => isLast)
    .map(({ key, parameter }) => {
      const described = operation.parameters.find((one) => one.in === 'path' && one.name === parameter);
      const schema = described?.schema.schema ?? true;
      return { key, parameter, types: schemaTypes(schema, operation.document) };
    });
}

function resourcePlace({ operationId, method }: Operation, { parameter, isLast }: PathPlace): ResourcePlace {
  const own = isLast ? methods[method] : undefined;
  return { operationId, parameter, ...(own && { method: own }) };
}

function lookUp(
  all: readonly Resource[],
  places: ReadonlyMap<string, readonly PathPlace[]>,
  resourceAt: (key: string) => Resource | undefined,
): Resources {
  const answerOf = (kind: 'creates' | 'lists', operationId: string) => {
    for (const resource of all) {
      const answer = resource[kind].find((one) => one.operationId === operationId);
      if (answer) return { ...answer, resource };
    }
    return undefined;
  };
  return {
    all,
    named: (operationId) =>
      (places.get(operationId) ?? []).flatMap(({ key, parameter }) => {
        const resource = resourceAt(key);
        return resource ? [{ resource, parameter }] : [];
      }),
    ownPlace(operationId) {
      for (const resource of all) {
        const place = resource.places.find((one) => one.operationId === operationId && one.method);
        if (place) return { ...place, resource };
      }
      return undefined;
    },
    creates: (operationId) => answerOf('creates', operationId),
    lists: (operationId) => answerOf('lists', operationId),
  };
}
