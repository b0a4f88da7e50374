import { essenceOf } from '../../mock/http/mediaType.ts';
import type { CannonRequest } from '../rates/autocannon.ts';
import { cannonRequest } from '../rates/load.ts';
import type { ReplayedRequest } from '../rates/replayedRequests.ts';

type Facts = Pick<ReplayedRequest, 'inputs' | 'expectation'> & { method: string; type: string };

/** The kinds of requests whose rates are held against each other: which of a contract run's requests belong to each. */
const kinds = {
  'GET with credentials': ({ method, inputs, expectation }: Facts) =>
    method === 'GET' && accepted(expectation) && secured(inputs) && !inputs.query,
  'GET with query parameters': ({ method, inputs, expectation }: Facts) =>
    method === 'GET' && accepted(expectation) && Object.keys(inputs.query ?? {}).length > 0,
  'POST of JSON': (facts: Facts) => isPost(facts, 'application/json'),
  'POST of a urlencoded form': (facts: Facts) => isPost(facts, 'application/x-www-form-urlencoded'),
  'POST of a multipart form': (facts: Facts) => isPost(facts, 'multipart/form-data'),
  'refused for its content': ({ type, expectation }: Facts) =>
    type === 'application/json' && expectation.outcome === 'refused',
  'refused for its credentials': ({ expectation, inputs }: Facts) =>
    expectation.outcome === 'unauthorized' && !secured(inputs),
};

export type RequestKind = keyof typeof kinds;
export const requestKinds = Object.keys(kinds) as RequestKind[];

/** A request of a kind, to one operation. */
interface Candidate {
  kind: RequestKind;
  api: string;
  operationId: string;
  request: CannonRequest;
}

/** Those of a contract run's requests that are of a kind. */
export function candidatesOf(replayed: readonly ReplayedRequest[]): Candidate[] {
  return replayed.flatMap(({ api, operation: { operationId }, request, ...rest }) => {
    const type = essenceOf(request.headers['content-type'] ?? '');
    const facts = { ...rest, method: request.method, type };
    return requestKinds
      .filter((kind) => kinds[kind](facts))
      .map((kind) => ({ kind, api, operationId, request: cannonRequest(request) }));
  });
}

/** A candidate with the statuses that the two servers gave it. */
export type AnsweredCandidate = Candidate & { bare: number; mock: number };

/** What one API has of a kind: a request for each of its operations. */
export interface Asked {
  kind: RequestKind;
  api: string;
  requests: CannonRequest[];
}

/**
 * Of each kind and API the first candidate of each operation to which both servers answer alike: what the core refuses
 * or lets through for a gap of its own is not the same work.
 */
export function comparable(answered: readonly AnsweredCandidate[]): Asked[] {
  const alike = answered.filter(({ kind, bare, mock }) => isMeant(kind, bare) && isMeant(kind, mock));
  return requestKinds.flatMap((kind) => {
    const ofKind = Map.groupBy(
      alike.filter((one) => one.kind === kind),
      ({ api }) => api,
    );
    return [...ofKind].map(([api, ofApi]) => ({ kind, api, requests: firstOfEach(ofApi) }));
  });
}

function firstOfEach(candidates: readonly Candidate[]): CannonRequest[] {
  const groups = Map.groupBy(candidates, ({ operationId }) => operationId);
  return [...groups.values()].flatMap(([first]) => first?.request ?? []);
}

/** Whether a status is what requests of a kind are sent for. */
export function isMeant(kind: RequestKind, status: number): boolean {
  return kind.startsWith('refused') ? status >= 400 && status < 500 : status >= 200 && status < 300;
}

function accepted({ outcome }: Facts['expectation']): boolean {
  return outcome === 'accepted';
}

function secured({ security }: Facts['inputs']): boolean {
  return (security ?? []).length > 0;
}

function isPost({ method, type, expectation }: Facts, wanted: string): boolean {
  return method === 'POST' && type === wanted && accepted(expectation);
}
