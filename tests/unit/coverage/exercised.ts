import type { Json } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { createTracker } from '../../contract/coverage/coverageTracker.ts';
import type { Exercise } from '../../contract/coverage/exercise.ts';
import { at, operationOf } from '../checks/answered.ts';

/** An exercise: a valid request without credentials, answered by an empty 200, unless it says otherwise. */
export function exerciseOf({ response, ...given }: Given): Exercise {
  const { status = 200, headers = {}, body = '' } = response ?? {};
  return {
    expectation: { outcome: 'accepted' },
    inputs: {},
    credentials: () => [],
    ...given,
    response: { status, headers, body: new TextEncoder().encode(body) },
  };
}

/** What an exercise is made of. */
export type Given = Partial<Omit<Exercise, 'response'>> & { response?: Answer };

interface Answer {
  status?: number;
  headers?: Record<string, string[]>;
  body?: string;
}

/** Usage pointers relative to the operation; `.` is the operation itself. */
export function usagesOf({ statements }: Operation, indexes: number[]): string[] {
  return indexes.map((index) => statements[index]?.usage.slice(at.length + 1) || '.').sort();
}

/** What exercises add to an operation's coverage, all together. */
export function covered(operation: Operation, exercises: Exercise[]): Record<'reached' | 'broken', string[]> {
  const all = exercises.map(createTracker(operation));
  return {
    reached: usagesOf(
      operation,
      all.flatMap(({ reached }) => reached),
    ),
    broken: usagesOf(
      operation,
      all.flatMap(({ broken }) => broken),
    ),
  };
}

/** The statements of a schema that judge a value of a JSON request, by pointers relative to it. */
export function judgedBy(schema: Json, value: Json, schemas: Record<string, Json> = {}): string[] {
  const requestBody = { content: { 'application/json': { schema } } };
  const operation = operationOf({ requestBody }, { components: { schemas } });
  const body = 'requestBody/content/application~1json/schema/';
  const inputs = { contentType: 'application/json', body: value };
  const { reached } = covered(operation, [exerciseOf({ inputs })]);
  return reached.flatMap((usage) => (usage.startsWith(body) ? usage.slice(body.length) : []));
}

/** All statements of a schema. */
export function statedBy(schema: Json): string[] {
  const body = 'requestBody/content/application~1json/schema/';
  const operation = operationOf({ requestBody: { content: { 'application/json': { schema } } } });
  return usagesOf(operation, [...operation.statements.keys()]).flatMap((usage) =>
    usage.startsWith(body) ? usage.slice(body.length) : [],
  );
}
