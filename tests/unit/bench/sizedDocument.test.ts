import { describe, expect, test } from 'vitest';
import { sizedDocument } from '../../../scripts/bench/growth/sizedDocument.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';

function operationsOf(files: Map<string, JsonObject>): JsonObject[] {
  return [...files].flatMap(([name, content]) =>
    name.startsWith('paths/') ? (Object.values(content) as JsonObject[]) : [],
  );
}

describe('sizedDocument', () => {
  test.each([1, 4, 5, 12, 100])('has %i operations, each with an operationId of its own', (wanted) => {
    const operations = operationsOf(sizedDocument(wanted));
    expect(operations).toHaveLength(wanted);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(wanted);
  });

  test('lists every path and every tag, and refers to files that it has', () => {
    const files = sizedDocument(120);
    const root = files.get('openapi.yaml') as { paths: object; tags: { name: string }[] };
    const referred = [...JSON.stringify([...files]).matchAll(/"\$ref":"(?:\.\.\/)?([^"]+)"/g)].map(
      ([, file = '']) => file,
    );
    expect(referred.filter((file) => !files.has(file))).toEqual([]);
    const tags = new Set(operationsOf(files).flatMap((one) => one.tags as string[]));
    expect([...tags]).toEqual(root.tags.map(({ name }) => name));
    expect(tags.size).toBe(3);
  });

  test('is the same each time', () => {
    expect(sizedDocument(30)).toEqual(sizedDocument(30));
  });
});
