import type { RequestInputs } from '../../scripts/model/case.ts';
import type { Exchange, ReceivedResponse } from '../../scripts/model/exchange.ts';
import type { Json } from '../../scripts/model/json.ts';
import type { CaseResult, ReportedRequest, ReportedResponse } from '../../scripts/model/report.ts';
import { curlOf } from './curl.ts';
import type { Redactor } from './redact.ts';

/** Longer bodies stand in a report by their length only. In bytes. */
const longestBody = 16 * 1024;

/** Request, response and `curl` line of an exchange, as a report may show them: redacted. */
export function detailsOf(
  redactor: Redactor,
  { request, response }: Exchange,
  inputs: RequestInputs,
): Pick<CaseResult, 'request' | 'response' | 'curl'> {
  const reported: ReportedRequest = {
    method: request.method,
    url: redactor.text(withoutSensitive(redactor, request.url)),
    headers: redactor.headers(request.headers),
    ...(inputs.body !== undefined && { body: redactor.body(inputs.body) }),
  };
  return {
    request: reported,
    ...(response && { response: reportedResponse(redactor, response) }),
    curl: curlOf(reported, inputs),
  };
}

/** Query parameters that the document calls sensitive. */
function withoutSensitive(redactor: Redactor, url: string): string {
  return url.replace(/([?&])([^=&]+)=([^&]*)/g, (whole, lead: string, name: string) =>
    redactor.isSensitive(decodeURIComponent(name)) ? `${lead}${name}=***` : whole,
  );
}

function reportedResponse(redactor: Redactor, { status, headers, body }: ReceivedResponse): ReportedResponse {
  return {
    status,
    headers: redactor.headers(headers),
    ...(body.byteLength > 0 && { body: shown(redactor, headers, body) }),
  };
}

function shown(redactor: Redactor, headers: Record<string, string[]>, body: Uint8Array): Json {
  const type = headers['content-type']?.[0] ?? '';
  const isText = /json|text|xml/.test(type);
  if (!isText || body.byteLength > longestBody)
    return `<${body.byteLength} bytes of ${type || 'no media type'}>`;
  const text = new TextDecoder().decode(body);
  try {
    return redactor.body(JSON.parse(text) as Json);
  } catch {
    // Text that is no JSON has no names by which to mask what identifies a person.
    return `<${body.byteLength} bytes of ${type}>`;
  }
}
