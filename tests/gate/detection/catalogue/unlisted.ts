import { setAt } from '../../../../scripts/json/change.ts';
import { valueAt } from '../../../../scripts/json/pointer.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import type { Life, Listing } from '../../../../scripts/model/life.ts';
import { livesOf } from '../../../../scripts/resources/lives.ts';
import { isPartial } from '../../../contract/checks/listedIdentifiers.ts';
import { isOwnMethod } from '../../faults/conditions.ts';
import type { WireAnswer } from '../../wire.ts';
import { isJson, isSuccessful } from '../answered.ts';
import type { Between } from '../live/between.ts';
import type { FaultFamily, Subject } from '../subject.ts';
import { identifierMade } from './identifierMade.ts';
import { isLookedInto } from './isLookedInto.ts';

/** What was made, and stands in no list of its kind. */
export const unlisted: FaultFamily = (subject) => {
  const life = livesOf(subject.api.operations).by(subject.operation.operationId);
  if (!life?.listing || !isLookedInto(subject, 'created-is-readable')) return [];
  return [
    {
      ...{ name: 'does not list what it has made', check: 'created-is-readable' },
      place: life.listing.operation.usage,
      isStateful: true,
      kind: 'created-is-readable',
      applies: isOwnMethod,
      ...(isInPages(subject, life.listing) && { leftOut: 'of a list with pages another may show it' }),
      between: hiding(life, life.listing),
    },
  ];
};

/** As the check looks at the answer that a truthful server gave, the last that was read. */
function isInPages({ truthfuls }: Subject, { operation, answer: told }: Listing): boolean {
  const [own] = truthfuls.filter(({ one }) => one.kind === 'created-is-readable');
  const read = own?.later?.findLast(({ request }) => request.method === 'GET');
  if (!read) return false;
  const { request, answer } = read;
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat()]);
  const response = { ...answer, headers: Object.fromEntries(headers) };
  const sent = { method: request.method, url: request.target, headers: {} };
  const exchange = { request: sent, response, durationMs: 0 };
  return isPartial({ operation, exchange, listed: told, identifier: '', identifierName: '' });
}

function hiding(life: Life, listing: Listing): Between {
  return (find) => {
    const made = new Set<string>();
    return async (request, ask) => {
      const asked = find(request);
      const answer = await ask(request);
      if (!asked?.isOwn) return answer;
      const own = identifierMade(life, asked, answer);
      if (own !== undefined) made.add(own);
      return asked.operation === listing.operation ? without(made, listing, answer) : answer;
    };
  };
}

function without(made: ReadonlySet<string>, { answer: told }: Listing, answer: WireAnswer): WireAnswer {
  if (!isSuccessful(answer.status) || !isJson({ answer })) return answer;
  const body = JSON.parse(answer.body.toString('utf8')) as Json;
  const list = valueAt(body, told.list ?? '');
  if (!Array.isArray(list)) return answer;
  const kept = list.filter((item) => !made.has(String(valueAt(item, told.item + told.identifier))));
  return { ...answer, body: Buffer.from(JSON.stringify(setAt(body, told.list ?? '', kept))) };
}
