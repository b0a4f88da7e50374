import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import plugin from '../../../openapi/rules/plugin.ts';

const root = resolve(import.meta.dirname, '../../..');
const config = parse(readFileSync(resolve(root, 'redocly.yaml'), 'utf8')) as {
  extends: string[];
  rules: Record<string, string | { severity: string }>;
  apis: Record<string, object>;
};
const severities = Object.entries(config.rules).map(([rule, setting]) => [
  rule,
  typeof setting === 'string' ? setting : setting.severity,
]);

describe('nothing is suppressed', () => {
  test('there is no ignore file', async () => {
    const exclude = (path: string) => path.endsWith('node_modules') || path.endsWith('.git');
    const found: string[] = [];
    for await (const file of glob('**/.redocly.lint-ignore.yaml', { cwd: root, exclude })) found.push(file);
    expect(found).toEqual([]);
  });

  test('one rule is off, and none is a warning', () => {
    expect(config.extends).toContain('recommended-strict');
    expect(severities.filter(([, severity]) => severity !== 'error')).toEqual([
      ['no-path-trailing-slash', 'off'],
    ]);
  });

  test('no API has rules of its own', () => {
    const overriding = Object.entries(config.apis).filter(([, api]) =>
      Object.keys(api).some((key) => key !== 'root'),
    );
    expect(overriding).toEqual([]);
  });

  test.each(Object.keys(plugin().rules?.oas3 ?? {}))('our rule %s is on', (rule) => {
    expect(severities).toContainEqual([`care/${rule}`, 'error']);
  });
});
