import { safe } from '../../../scripts/http/methods.ts';
import type { Operation } from '../../../scripts/model/operation.ts';

interface Asked {
  method: string;
  /** Below the base URL, without its query. */
  path: string;
}

/**
 * The operation that a server will take a request for: of those whose path template fits, the most concrete (OpenAPI 3.1
 * section 4.8.8.2). Literal segments fit without regard to case and encoding, which some servers do not regard either.
 */
export function describedAt(operations: Operation[], { method, path }: Asked): Operation | undefined {
  // A HEAD is a GET whose answer has no body: RFC 9110 section 9.3.2.
  const asked = method === 'HEAD' ? 'GET' : method;
  return closest(
    operations.filter((one) => one.method === asked),
    path,
  );
}

/** Whether a path is one that names nothing, and that a document has for writes alone: `POST /reset`. */
export function isWrittenOnly(operations: Operation[], path: string): boolean {
  const found = closest(operations, path);
  const at = operations.filter((one) => one.path === found?.path);
  return found !== undefined && !isTemplated(found.path) && at.every(({ method }) => !safe.has(method));
}

function closest(operations: Operation[], path: string): Operation | undefined {
  const segments = segmentsOf(path).map(decoded);
  return operations
    .filter((one) => fits(segmentsOf(one.path), segments))
    .toSorted((one, other) => (shapeOf(one.path) < shapeOf(other.path) ? -1 : 1))[0];
}

function fits(template: string[], segments: string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((one, index) => isTemplated(one) || decoded(one) === segments[index])
  );
}

/** A slash at the end makes no other path for most servers. */
function segmentsOf(path: string): string[] {
  return path.replace(/\/+$/, '').split('/');
}

function isTemplated(segment: string): boolean {
  return segment.includes('{');
}

/** By which paths that fit alike sort with the literal segments in front. */
function shapeOf(path: string): string {
  return segmentsOf(path)
    .map((one) => (isTemplated(one) ? '1' : '0'))
    .join('');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment.toLowerCase();
  }
}
