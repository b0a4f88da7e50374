import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Header, MediaType, Operation, Response } from '../../../scripts/model/operation.ts';
import { judgedPlaces } from '../../../scripts/validate/judgedPlaces.ts';
import { allParts } from '../../../scripts/validate/memberSchemas.ts';
import { typesOf } from '../../../scripts/validate/schemaParts.ts';
import { describedMediaType, mediaTypeNameOf } from '../checks/contentType.ts';
import { headerValue } from '../checks/headerValue.ts';
import { describedJson } from '../checks/jsonBody.ts';
import type { IsOpen, Reach } from './exercise.ts';
import { below, itself, required } from './requestReach.ts';

interface Answer {
  response: ReceivedResponse;
  /** What the document says of its status. */
  described: Response;
}

/** The statements on an answer that it comes for, whether it keeps to them or not. */
export function* responseReach(operation: Operation, answer: Answer, isOpen: IsOpen): Generator<Reach> {
  const { described, response } = answer;
  yield itself(described);
  for (const header of described.headers) {
    if (isOpen(header.usage)) yield* ofHeader(operation, header, response.headers[header.name.toLowerCase()]);
  }
  const media = describedMediaType(described, mediaTypeNameOf(response));
  if (media && response.body.byteLength > 0 && isOpen(media.usage)) yield* ofBody(operation, answer, media);
}

function* ofHeader({ document }: Operation, header: Header, values: string[] | undefined): Generator<Reach> {
  yield required(header);
  if (values === undefined) return;
  yield itself(header);
  if (!header.schema) return;
  const value = headerValue(document, [header.schema], values.join(', '));
  yield* below(header, judgedPlaces(document, header.schema, value));
}

function* ofBody(operation: Operation, answer: Answer, media: MediaType): Generator<Reach> {
  yield itself(media);
  const value = media.schema && receivedValue(operation, answer, media);
  if (media.schema && value !== undefined)
    yield* below(media, judgedPlaces(operation.document, media.schema, value));
}

/** What is not JSON is a text of its bytes, if the schema says so; what else it may be, XML say, is judged by no schema. */
function receivedValue({ document }: Operation, answer: Answer, { schema }: MediaType): Json | undefined {
  const json = describedJson(answer);
  if (json) return json.value;
  const types = schema ? typesOf(allParts(document, [schema])) : [];
  return types.length === 0 || types.includes('string')
    ? Buffer.from(answer.response.body).toString('latin1')
    : undefined;
}
