import { expect, test } from 'vitest';
import { createMemberships } from '../../../../scripts/mock/memory/memberships.ts';
import { newIdentifier } from '../../../../scripts/mock/memory/newIdentifier.ts';
import { createRecordStore } from '../../../../scripts/mock/memory/recordStore.ts';
import type { StoredRecord } from '../../../../scripts/mock/memory/storedRecord.ts';

const record = (identifier: string, more: Partial<StoredRecord> = {}): StoredRecord => ({
  identifier,
  parents: {},
  members: {},
  createdAt: 1,
  ...more,
});
const identifiers = (records: StoredRecord[]) => records.map(({ identifier }) => identifier);

test('of more records than are kept, the oldest created one is forgotten, with its parts; seeds stay', () => {
  const store = createRecordStore({ most: 3 });
  store.put('boats', { identifier: 'seed', parents: {}, members: {} });
  store.put('boats', record('1'));
  store.put('logs', record('a', { parents: { boats: '1' } }));
  store.put('boats', record('2'));
  store.put('boats', record('3'));
  expect(identifiers(store.all('boats'))).toEqual(['seed', '2', '3']);
  expect(store.all('logs')).toEqual([]);
});

test('of more bytes than are kept likewise; what is put again counts once', () => {
  const store = createRecordStore({ mostBytes: 250 });
  const large = { members: { text: 'x'.repeat(100) } };
  for (let count = 0; count < 10; count += 1) store.put('boats', record('1', large));
  store.put('boats', record('2', large));
  expect(identifiers(store.all('boats'))).toEqual(['1', '2']);
  store.put('boats', record('3', large));
  expect(identifiers(store.all('boats'))).toEqual(['2', '3']);
});

test('one that is larger than all that is kept is forgotten at once', () => {
  const store = createRecordStore({ mostBytes: 50 });
  store.put('boats', record('1', { members: { text: 'x'.repeat(100) } }));
  expect(store.all('boats')).toEqual([]);
});

test('the same identifier below two parents is two records; one without the parent is found by both paths', () => {
  const store = createRecordStore();
  store.put('logs', record('a', { parents: { boats: '1' } }));
  store.put('logs', record('a', { parents: { boats: '2' } }));
  store.put('logs', record('b'));
  expect(store.all('logs')).toHaveLength(3);
  expect(store.find('logs', { identifier: 'a', parents: { boats: '2' } })?.parents).toEqual({ boats: '2' });
  expect(store.find('logs', { identifier: 'a', parents: { boats: '3' } })).toBeUndefined();
  expect(store.find('logs', { identifier: 'b', parents: { boats: '3' } })).toBeDefined();
});

test('lists are bounded too', () => {
  const lists = createMemberships({ most: 2 });
  for (const list of ['a', 'b', 'c']) lists.add(list, '1');
  expect(['a', 'b', 'c'].map((list) => lists.of(list))).toEqual([undefined, ['1'], ['1']]);
});

test.each([
  [7, 12, 12],
  ['0007', 12, '0012'],
  ['alma', 2, 'alma-2'],
])('an identifier like %j, number %j, is %j', (example, number, want) => {
  expect(newIdentifier(example, number)).toBe(want);
});
