import type { ReportedRequest } from '../../../scripts/model/report.ts';
import { describedContent } from '../../../scripts/request/describedContent.ts';
import type { Exchanged } from '../details.ts';
import { bytesShape } from './bodyShape.ts';
import { headerShapes } from './headerShapes.ts';
import { shapeOf } from './shapeOf.ts';
import type { Teller } from './teller.ts';
import { urlShape } from './urlShape.ts';

interface Sent extends Exchanged {
  teller: Teller;
}

/** What was sent, in shapes. */
export function requestShape(sent: Sent): ReportedRequest {
  const { operation, exchange, inputs, teller } = sent;
  const { method, url } = exchange.request;
  const hasBody = inputs.rawBody !== undefined || inputs.body !== undefined;
  return {
    method,
    url: urlShape(url, { operation, teller }),
    headers: headersOf(sent),
    ...(hasBody && { body: bodyOf(sent) }),
  };
}

function headersOf({ operation, exchange, teller }: Sent): Record<string, string> {
  const { accept, ...others } = exchange.request.headers;
  const shapes = headerShapes({
    headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, [value]])),
    described: operation.parameters.filter((one) => one.in === 'header'),
    document: operation.document,
    teller,
  });
  const single = Object.entries(shapes).map(([name, values]) => [name, values.join(', ')]);
  // Of the document's words.
  return {
    ...(accept !== undefined && { accept: teller.redactor.text(accept) }),
    ...Object.fromEntries(single),
  };
}

function bodyOf({ operation, exchange, inputs, teller }: Sent): unknown {
  const { body = new Uint8Array(), headers } = exchange.request;
  const isText = typeof inputs.body === 'string' && !/json/i.test(inputs.contentType ?? '');
  if (inputs.body === undefined || inputs.rawBody !== undefined || isText) {
    return bytesShape({ bytes: body, contentType: headers['content-type'] ?? '', teller });
  }
  const schema = describedContent(operation, inputs.contentType)?.schema;
  return shapeOf(inputs.body, {
    document: operation.document,
    teller,
    places: schema ? [schema] : [],
    name: '',
  });
}
