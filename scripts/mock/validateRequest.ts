import { parsePointer } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import { unequalMembers } from './equalMembers.ts';
import { flawsOf } from './flaw.ts';
import { describedMediaType } from './http/mediaType.ts';
import type { RequestTarget } from './http/requestTarget.ts';
import type { MockOperation } from './mockOperation.ts';
import type { MockRequest } from './mockRequest.ts';
import { parseBody } from './parseBody.ts';
import { misreadNumbers } from './prism/misreadNumbers.ts';
import { readableQuery } from './prism/readableQuery.ts';
import { originalPlace, renamedValues } from './prism/renamedParameters.ts';
import { plainMediaType, type RequestContent } from './prism/requestContents.ts';
import { type GivenParameters, structuredValues } from './prism/structuredParameters.ts';
import { type Violation, violationsOf } from './prism/violationsOf.ts';
import { Refusal } from './refusal.ts';

interface Content {
  described: RequestContent;
  value: Json;
}

/**
 * Holds a request's parameters and body against what the operation describes.
 * @returns the body's value; `undefined` without one
 * @throws {Refusal} if it is not so
 */
export async function validateRequest({
  operation,
  request,
  target,
  pathParameters,
}: {
  operation: MockOperation;
  request: MockRequest;
  target: RequestTarget;
  pathParameters: Record<string, string>;
}): Promise<Json | undefined> {
  const content = await readContent(operation, request);
  if (content?.value === null && !content.described.nullable) {
    throw new Refusal('invalid', 'The body is null, and its schema does not allow that.');
  }
  const given = { path: pathParameters, headers: request.headers };
  const renamed = renamedValues(operation.renamedParameters, given);
  const found = violationsOf(content?.described.operation ?? operation.operation, {
    method: 'post',
    url: { path: target.path, query: { ...readableQuery(operation.operation, target.query), ...renamed } },
    headers: content ? { 'content-type': plainMediaType } : {},
    body: content?.value,
  });
  const violations = [
    ...found,
    ...misreadNumbers(operation.operation, { ...target.query, ...renamed }),
    ...structuredViolations(operation, { ...given, query: target.query }),
  ];
  if (violations.length > 0) throw refusalFor(violations);
  if (content) refuseUnequal(content);
  return content?.value;
}

function structuredViolations({ structuredParameters }: MockOperation, given: GivenParameters): Violation[] {
  if (!structuredParameters) return [];
  return violationsOf(structuredParameters.operation, {
    method: 'post',
    url: { path: structuredParameters.operation.path },
    headers: { 'content-type': plainMediaType },
    body: structuredValues(structuredParameters, given),
  });
}

function refuseUnequal({ described, value }: Content): void {
  const [first] = unequalMembers(value, described.equalMembers);
  if (!first) return;
  const [field = '', sibling = ''] = [first.member, first.sibling].map((pointer) =>
    parsePointer(pointer).join('.'),
  );
  const sentence = `The field ${field} must be equal to ${sibling}.`;
  throw new Refusal('invalid', sentence, [{ field, sentence }]);
}

function refusalFor(violations: readonly Violation[]): Refusal {
  const isPathOnly = violations.every(({ path }) => originalPlace(path)[0] === 'path');
  const flaws = flawsOf(violations);
  const message = flaws.map(({ sentence }) => sentence).join(' ');
  return new Refusal(isPathOnly ? 'invalid-path' : 'invalid', message, flaws);
}

async function readContent(operation: MockOperation, request: MockRequest): Promise<Content | undefined> {
  const body = await request.readBody();
  if (body.length === 0 || isMeaningless(operation)) return undefined;
  const described = describedContent(operation, request);
  const contentType = request.headers['content-type']?.toString() ?? described.mediaType;
  return { described, value: await parseBody({ body, contentType, format: described.format }) };
}

/** Content has no meaning in these (RFC 9110 section 9.3.1, 9.3.2 and 9.3.5), unless the document gives it one. */
function isMeaningless({ method, contents }: MockOperation): boolean {
  return contents.length === 0 && ['GET', 'HEAD', 'DELETE'].includes(method);
}

/** The described content that a request's is of; the first one if it does not say (RFC 9110 section 8.3). */
function describedContent({ contents }: MockOperation, { headers }: MockRequest): RequestContent {
  const names = contents.map(({ mediaType }) => mediaType);
  const given = headers['content-type']?.toString();
  const name = given === undefined ? names[0] : describedMediaType(given, names);
  const described = contents.find(({ mediaType }) => mediaType === name);
  const coding = headers['content-encoding']?.toString() ?? 'identity';
  if (described && coding === 'identity') return described;
  const known = names.length === 0 ? 'none' : names.join(', ');
  const problem = `The content's ${described ? 'coding' : 'media type'} is not described`;
  throw new Refusal('unsupported-media-type', `${problem}; the operation describes ${known}.`);
}
