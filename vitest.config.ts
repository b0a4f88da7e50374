import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most of the time goes into processes that tests wait for: three at a time keep two cores busy.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Hundreds of processes load the same modules; compiled once, each starts a quarter faster.
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compile') },
        },
      },
      {
        test: {
          // The contract as tests: `npx vitest run --project contract -t "…"` starts a mock of its own.
          name: 'contract',
          include: ['generated/*/contract/**/*.test.ts'],
          isolate: false,
          globalSetup: ['tests/contract/globalSetup.ts'],
          // A slow answer of a live server is a finding, and no broken case.
          testTimeout: 300_000,
        },
      },
    ],
  },
});
