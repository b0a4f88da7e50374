import { mask } from '../../apis/mask.ts';
import type { MockApi } from '../mockApi.ts';
import { hiddenNames, type IsHidden } from './hiddenNames.ts';
import { operationAt, placeOf, type RequestPlace } from './placeOf.ts';
import { printablePath } from './printablePath.ts';
import type { ReceivedRequest } from './receivedLog.ts';
import { recordedBody } from './recordedBody.ts';
import type { Fields, RecordedRequest } from './recording.ts';

export async function recordedRequest(
  apis: ReadonlyMap<string, MockApi>,
  received: ReceivedRequest,
): Promise<RecordedRequest> {
  const { at, method, target, headers, body: content, bodyBytes, status, durationMs, refused } = received;
  const place = placeOf(apis, target);
  const isHidden = hiddenNames(place.api);
  const operation = operationAt(place, method)?.operation;
  const contentType = headers['content-type']?.toString() ?? '';
  const body = place.api && content && (await recordedBody(content, { contentType, isHidden }));
  return {
    at: at.toISOString(),
    method,
    path: maskedPath(place, isHidden),
    ...(place.api && { api: place.api.name }),
    ...(operation?.iid && { operationId: operation.iid }),
    query: maskedFields(place.query, place.api ? isHidden : () => true),
    headers: maskedFields(headers, isHidden),
    ...(body !== undefined && { body }),
    ...{ bodyBytes, status, durationMs },
    ...(refused !== undefined && { refused }),
  };
}

/** A segment is masked whole where one of its parameters is. */
function maskedPath(place: RequestPlace, isHidden: IsHidden): string {
  const { path, api, match } = place;
  if (!api || !match) return printablePath(place);
  const tokens = [...match.route.targets.values()].flatMap(({ pathTokens }) => pathTokens);
  const template = `/${api.name}${match.route.template}`.split('/');
  return path
    .split('/')
    .map((segment, index) => {
      const names = [...(template[index] ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
      return names.some((name) => isHidden(name) || tokens.includes(name)) ? mask : segment;
    })
    .join('/');
}

/** A member of an object parameter has its own name in brackets: `filter[name]`. */
function maskedFields(fields: Record<string, string | string[] | undefined>, isHidden: IsHidden): Fields {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(
    given.map(([name, value]) => [name, [name, ...name.split(/[[\]]+/)].some(isHidden) ? mask : value]),
  );
}
