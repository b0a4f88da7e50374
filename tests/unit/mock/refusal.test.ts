import { expect, test } from 'vitest';
import { describedStatus, plainStatus, type RefusalReason } from '../../../scripts/mock/refusal.ts';

test.each<[RefusalReason, string[], number | undefined]>([
  ['unauthorized', ['200', '401', '403'], 401],
  ['unauthorized', ['200', '403', '400'], 403],
  ['unauthorized', ['200', '400', '404'], undefined],
  ['unauthorized', ['default'], 401],
  ['invalid', ['400', '422'], 422],
  ['invalid', ['400', '4XX'], 400],
  ['invalid', ['401', '4XX'], 422],
  ['invalid', ['404', 'default'], 422],
  ['invalid', ['200', '401', '403', '404', '409'], 409],
  ['invalid', ['200', '401', '403', '404', '500'], undefined],
  ['invalid-path', ['400', '404'], 400],
  ['invalid-path', ['401', '404'], 404],
  ['malformed', ['400', '422'], 400],
  ['malformed', ['422'], 422],
  ['unsupported-media-type', ['400', '415'], 415],
  ['unsupported-media-type', ['400', '422'], undefined],
  ['not-acceptable', ['406'], 406],
  ['too-large', ['413'], 413],
  ['method-not-allowed', ['405'], 405],
  ['method-not-allowed', ['200'], undefined],
])('%s, where %j are described', (reason, described, want) => {
  expect(describedStatus(described, reason)).toBe(want);
});

test.each<[RefusalReason, number]>([
  ['unauthorized', 401],
  ['malformed', 400],
  ['invalid', 422],
  ['unsupported-media-type', 415],
])('%s, where nothing is described', (reason, want) => {
  expect(plainStatus(reason)).toBe(want);
});
