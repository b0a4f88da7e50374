import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most of the time goes into processes that tests wait for: two at a time keep two cores busy.
    maxWorkers: 2,
    projects: [
      { test: { name: 'tests', include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          // The contract as tests: `npx vitest run --project contract -t "…"` starts a mock of its own.
          name: 'contract',
          include: ['generated/*/contract/**/*.test.ts'],
          isolate: false,
          globalSetup: ['tests/contract/globalSetup.ts'],
        },
      },
    ],
  },
});
