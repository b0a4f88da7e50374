import { expect, test } from 'vitest';
import type { Expectation } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { noCrossOriginRedirect } from '../../contract/checks/noCrossOriginRedirect.ts';
import { answered, at, operationOf, told } from './answered.ts';

const operation = operationOf({ responses: { 200: {}, default: {} } });
const guessed = operationOf({ 'x-inferred': 'A guess.', responses: { 200: {} } });
const download = operationOf({ responses: { 302: {} } });
const violation = [`violation documented ${at} /headers/location`];

interface Row {
  name: string;
  of?: Operation;
  status?: number;
  location?: string | string[];
  expectation?: Expectation;
  want?: string[];
}

// The target is http://127.0.0.1/things.
test.each<Row>([
  { name: 'no address', location: [] },
  { name: 'a path', location: '/trap' },
  { name: 'the same origin, spelled out', location: 'http://127.0.0.1:80/trap' },
  { name: 'no URL at all', location: 'http://[' },
  { name: 'another host', location: 'http://elsewhere.example.com/things', want: violation },
  { name: 'another host without a scheme', location: '//elsewhere.example.com/things', want: violation },
  { name: 'another port', location: 'http://127.0.0.1:81/things', want: violation },
  { name: 'another scheme', location: 'https://127.0.0.1/things', want: violation },
  { name: 'no host at all', location: 'javascript:alert(1)', want: violation },
  { name: 'a second address', location: ['/trap', 'http://elsewhere.example.com/'], want: violation },
  {
    name: 'of an inferred operation',
    of: guessed,
    location: 'http://elsewhere.example.com/',
    want: violation,
  },
  { name: 'a status that the document lists', of: download, location: 'http://elsewhere.example.com/' },
  { name: 'another status than that', of: download, status: 307, location: '//elsewhere', want: violation },
  {
    name: 'a login page for who has no credentials',
    location: 'https://login.example.com/',
    expectation: { outcome: 'unauthorized', breaks: `${at}/security/0` },
    want: violation,
  },
  { name: 'what was made elsewhere is no redirect', status: 201, location: 'http://elsewhere.example.com/' },
])('$name', ({ of = operation, status = 302, location = [], expectation, want = [] }) => {
  const exchange = answered({
    operation: of,
    status,
    headers: { location },
    ...(expectation && { expectation }),
  });
  expect(told(noCrossOriginRedirect(exchange))).toEqual(want);
});

test('does not say where it leads', () => {
  const [finding] = noCrossOriginRedirect(
    answered({ operation, status: 302, headers: { location: 'http://elsewhere.example.com/?token=x' } }),
  );
  expect(finding?.message).toBe(
    'POST /things answered 302 to a documented example ("example of a test") and redirects to another host, where credentials and data must not go; the document does not list this status.',
  );
});
