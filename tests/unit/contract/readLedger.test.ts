import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLedger } from '../../contract/resources/ledger.ts';
import { readLedger } from '../../contract/resources/readLedger.ts';

test('what is gone is left out, what was called otherwise has its new name, and a line that was cut off is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const file = join(folder, 'ledger.jsonl');
  const ledger = createLedger(file);
  const made = (id: number) =>
    ledger.made({ api: 'archive', maker: 'createFolder', deleter: 'deleteFolder', path: { id } });
  const [one, , three] = [made(1), made(2), made(3)];
  ledger.gone(one ?? '');
  ledger.moved(three ?? '', { id: 33 });
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"entry":"4","api":"arch`);
  const account = readLedger(file);
  expect(account).toMatchObject({
    made: 3,
    deleted: 1,
    left: [{ path: { id: 2 } }, { path: { id: 33 }, before: [{ id: 3 }] }],
  });
  // Identifiers are the server's: nobody else reads them.
  expect(statSync(file).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true });
});

test('a run that made nothing has none', () => {
  expect(readLedger(join(tmpdir(), 'there-is-no-such-ledger'))).toEqual({ made: 0, deleted: 0, left: [] });
});
