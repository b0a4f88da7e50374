import { mask } from '../../scripts/apis/mask.ts';
import { isObject } from '../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../scripts/model/case.ts';
import type { Exchange, ReceivedResponse } from '../../scripts/model/exchange.ts';
import type { Json } from '../../scripts/model/json.ts';
import type { Operation, SchemaPlace } from '../../scripts/model/operation.ts';
import type { CaseResult, ReportedRequest, ReportedResponse } from '../../scripts/model/report.ts';
import { describedContent } from '../../scripts/request/describedContent.ts';
import { allParts, itemSchemas } from '../../scripts/validate/memberSchemas.ts';
import { describedMediaType, mediaTypeNameOf } from './checks/contentType.ts';
import { describedResponse } from './checks/judgement.ts';
import { curlOf } from './curl.ts';
import type { Redactor } from './redact.ts';
import { redactUrl } from './redactUrl.ts';

/** Longer bodies stand in a report by their length only. In bytes. */
const longestBody = 16 * 1024;

export interface Exchanged {
  operation: Operation;
  exchange: Exchange;
  inputs: RequestInputs;
  redactor: Redactor;
}

/** Request, response and `curl` line of an exchange, as a report may show them: redacted. */
export function detailsOf(exchanged: Exchanged): Pick<CaseResult, 'request' | 'response' | 'curl'> {
  const { response } = exchanged.exchange;
  const { request, curl } = requestDetails(exchanged);
  return { request, ...(response && { response: reportedResponse(response, exchanged) }), curl };
}

/** What was sent, redacted: the request, and the `curl` line that repeats it. */
export function requestDetails(exchanged: Exchanged): { request: ReportedRequest; curl: string } {
  const { operation, exchange, inputs, redactor } = exchanged;
  const { request } = exchange;
  const media = describedContent(operation, inputs.contentType);
  const sent = inputs.rawBody ?? inputs.body;
  const body = sent !== undefined && shownBody(sent, media?.schema, exchanged);
  const reported: ReportedRequest = {
    method: request.method,
    url: redactUrl(request.url, { operation, redactor }),
    headers: redactor.headers(request.headers),
    ...(sent !== undefined && { body }),
  };
  const variables = [...redactor.secrets().values()];
  return {
    request: reported,
    curl: curlOf(reported, media ? { ...inputs, contentType: media.name } : inputs, variables),
  };
}

function reportedResponse(response: ReceivedResponse, exchanged: Exchanged): ReportedResponse {
  const { status, headers, body } = response;
  return {
    status,
    headers: exchanged.redactor.headers(headers),
    ...(body.byteLength > 0 && { body: shown(response, exchanged) }),
  };
}

function shown(response: ReceivedResponse, exchanged: Exchanged): Json {
  const { body } = response;
  const [type = ''] = response.headers['content-type'] ?? [];
  // Text that is no JSON has no names by which to mask what identifies a person.
  const described = exchanged.redactor.text(`<${body.byteLength} bytes of ${type || 'no media type'}>`);
  if (!/json/i.test(type) || body.byteLength > longestBody) return described;
  const said = describedResponse(exchanged.operation, response.status);
  const media = said && describedMediaType(said, mediaTypeNameOf(response));
  try {
    const value = JSON.parse(new TextDecoder().decode(body)) as Json;
    return shownBody(value, media?.schema, exchanged);
  } catch {
    return described;
  }
}

/** A body that is sensitive as a whole, or whose items are, has no names to mask it by. */
function shownBody(
  body: Json,
  schema: SchemaPlace | undefined,
  { operation, redactor }: Pick<Exchanged, 'operation' | 'redactor'>,
): Json {
  const parts = schema ? allParts(operation.document, [schema]) : [];
  const items = isObject(body) ? [] : allParts(operation.document, itemSchemas(parts, 0));
  const isSensitive = [...parts, ...items].some((part) => part.schema['x-sensitive'] === true);
  return isSensitive ? mask : redactor.body(body);
}
