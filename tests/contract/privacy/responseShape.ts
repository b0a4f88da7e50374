import { mediaKind } from '../../../scripts/client/mediaType.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { ReportedResponse } from '../../../scripts/model/report.ts';
import { describedMediaType, mediaTypeNameOf } from '../checks/contentType.ts';
import { parsedJson } from '../checks/jsonBody.ts';
import { describedResponse } from '../checks/judgement.ts';
import { bytesShape } from './bodyShape.ts';
import { headerShapes } from './headerShapes.ts';
import { shapeOf } from './shapeOf.ts';
import type { Teller } from './teller.ts';

/** Longer bodies are told like bytes. In bytes. */
const longestBody = 64 * 1024;
/** Of longer bodies the shape is told, whatever is asked for: no answer fills a report. In bytes. */
const longestShown = 16 * 1024;

interface Received {
  operation: Operation;
  teller: Teller;
}

/** What came, in shapes. */
export function responseShape(response: ReceivedResponse, { operation, teller }: Received): ReportedResponse {
  const { status, headers, body } = response;
  const said = describedResponse(operation, status);
  return {
    status,
    headers: headerShapes({ headers, described: said?.headers ?? [], document: operation.document, teller }),
    ...(body.byteLength > 0 && { body: bodyOf(response, { operation, teller }) }),
  };
}

function bodyOf(response: ReceivedResponse, { operation, teller }: Received): Json {
  const { status, body, headers } = response;
  const [contentType = ''] = headers['content-type'] ?? [];
  const bytes = bytesShape({ bytes: body, contentType, teller });
  if (mediaKind(contentType) !== 'json' || body.byteLength > longestBody) return bytes;
  const { value } = parsedJson(response);
  if (value === undefined) return bytes;
  const said = describedResponse(operation, status);
  const schema = said && describedMediaType(said, mediaTypeNameOf(response))?.schema;
  const brief = body.byteLength > longestShown ? { ...teller, showsValues: false } : teller;
  const places = schema ? [schema] : [];
  return shapeOf(value, { document: operation.document, teller: brief, places, name: '' });
}
