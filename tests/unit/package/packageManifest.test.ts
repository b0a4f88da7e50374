import { describe, expect, test } from 'vitest';
import { packageManifest } from '../../../scripts/package/packageManifest.ts';

const root = {
  name: 'some-package',
  version: '1.2.3',
  description: 'Clients.',
  license: 'MIT',
  devDependencies: { needed: '2.0.0', mocking: '3.1.0', unused: '1.0.0' },
};

describe('packageManifest', () => {
  test('names an entry and a bundle for each API, and the mock', () => {
    const manifest = packageManifest({ root, apis: ['marina'], needs: { clients: [], mock: [] } });
    expect(manifest).toMatchObject({
      name: 'some-package',
      version: '1.2.3',
      type: 'module',
      sideEffects: false,
    });
    expect(manifest.exports).toEqual({
      './marina': { types: './generated/marina/client.d.ts', default: './generated/marina/client.js' },
      './marina/openapi.json': './generated/marina/openapi.json',
      './mock': { types: './scripts/package/mock.d.ts', default: './scripts/package/mock.js' },
      './package.json': './package.json',
    });
  });

  test('depends on what the clients import, and leaves to choice what only the mock does', () => {
    const needs = { clients: ['needed'], mock: ['mocking', 'needed'] };
    const manifest = packageManifest({ root, apis: [], needs });
    expect(manifest).toMatchObject({
      dependencies: { needed: '^2.0.0' },
      peerDependencies: { mocking: '^3.1.0' },
      peerDependenciesMeta: { mocking: { optional: true } },
    });
    expect(JSON.stringify(manifest)).not.toContain('unused');
  });

  test('refuses what the project does not declare', () => {
    expect(() => packageManifest({ root, apis: [], needs: { clients: ['other'], mock: [] } })).toThrow(
      'package.json #/devDependencies: what is published imports other, which is not declared',
    );
  });
});
