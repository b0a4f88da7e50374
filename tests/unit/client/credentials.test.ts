import { describe, expect, test } from 'vitest';
import { type CredentialScheme, placeCredential, type Secret } from '../../../scripts/client/credentials.ts';

const authorization = (value: string) => ({ in: 'header', name: 'Authorization', value });

describe('placeCredential', () => {
  test.each<{ scheme: CredentialScheme; secret: Secret; want: object | undefined }>([
    { scheme: { type: 'http', authScheme: 'bearer' }, secret: 'fake', want: authorization('Bearer fake') },
    { scheme: { type: 'http', authScheme: 'Bearer' }, secret: 'fake', want: authorization('Bearer fake') },
    { scheme: { type: 'oauth2' }, secret: 'fake', want: authorization('Bearer fake') },
    { scheme: { type: 'openIdConnect' }, secret: 'fake', want: authorization('Bearer fake') },
    {
      // RFC 7617 section 2.1: the user id `test` with the password `123£`, in UTF-8
      scheme: { type: 'http', authScheme: 'basic' },
      secret: { username: 'test', password: '123£' },
      want: authorization('Basic dGVzdDoxMjPCow=='),
    },
    {
      scheme: { type: 'apiKey', in: 'header', parameterName: 'Authorization', authScheme: 'Token' },
      secret: 'fake',
      want: authorization('Token fake'),
    },
    {
      scheme: { type: 'apiKey', in: 'header', parameterName: 'api_key' },
      secret: 'fake',
      want: { in: 'header', name: 'api_key', value: 'fake' },
    },
    {
      scheme: { type: 'apiKey', in: 'query', parameterName: 'key' },
      secret: 'fake&ü',
      want: { in: 'query', name: 'key', value: 'fake&ü' },
    },
    {
      scheme: { type: 'apiKey', in: 'cookie', parameterName: 'sid' },
      secret: 'fake',
      want: { in: 'cookie', name: 'sid', value: 'fake' },
    },
    { scheme: { type: 'mutualTLS' }, secret: '', want: undefined },
  ])('$scheme', ({ scheme, secret, want }) => {
    expect(placeCredential(scheme, secret)).toEqual(want);
  });

  test.each<{ scheme: CredentialScheme; secret: string }>([
    { scheme: { type: 'http', authScheme: 'bearer' }, secret: 'fake-secret\nX-Other: 1' },
    { scheme: { type: 'oauth2' }, secret: 'fake-secret-☃' },
    { scheme: { type: 'apiKey', in: 'header', parameterName: 'api_key' }, secret: ' ' },
    { scheme: { type: 'apiKey', in: 'header', parameterName: 'api_key' }, secret: '' },
    { scheme: { type: 'apiKey', in: 'cookie', parameterName: 'sid' }, secret: 'fake-secret; other=1' },
  ])('refuses what cannot be sent, without repeating it: $secret', ({ scheme, secret }) => {
    const place = () => placeCredential(scheme, secret);
    expect(place).toThrow(/^the credential for the (header|cookie) \w+ is empty, or has characters/);
    expect(place).not.toThrow(/fake-secret/);
  });
});
