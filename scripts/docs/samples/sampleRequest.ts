import { credentialNames, variableOf } from '../../apis/credentialNames.ts';
import { storiesOf } from '../../cases/stories.ts';
import { type PlacedCredential, placeCredential } from '../../client/credentials.ts';
import type { Api } from '../../model/api.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { SentRequest } from '../../model/exchange.ts';
import type { Operation } from '../../model/operation.ts';
import type { SecurityScheme } from '../../model/securityScheme.ts';
import { buildRequest } from '../../request/buildRequest.ts';
import { standIn } from './variables.ts';

/** The request that all samples of an operation make: the first story that its examples tell. */
export interface SampleRequest {
  inputs: RequestInputs;
  sent: SentRequest;
  /** HTTP Basic, which libraries encode themselves: two variables. */
  basic?: { username: string; password: string };
}

/**
 * Secrets are environment variables, called as everywhere in this project. Where credentials may be left out, they are
 * sent all the same: a server that wants none takes them, too.
 * @throws {CallError} if the document describes no request that can be sent
 */
export async function sampleRequest(api: Api, operation: Operation): Promise<SampleRequest> {
  const [story] = storiesOf(operation, operation.requestBody?.content[0]);
  const inputs = story?.inputs ?? {};
  const schemes = schemesOf(api, operation);
  const basic = schemes.find(isBasic);
  const placed = schemes.filter((one) => one !== basic).flatMap((scheme) => place(api, scheme));
  const path = { ...pathTokens(api, operation), ...inputs.path };
  const sent = await buildRequest({
    operation,
    baseUrl: api.serverUrl.replace(/\/$/, ''),
    inputs: { ...inputs, path },
    placed,
    mode: 'live',
  });
  return { inputs, sent, ...(basic && { basic: basicOf(api, basic) }) };
}

/** Of the alternatives, the first with credentials. */
function schemesOf(api: Api, { security }: Operation): SecurityScheme[] {
  const requirement = security.find(({ schemes }) => schemes.length > 0);
  const names = requirement?.schemes.map(({ name }) => name) ?? [];
  return api.securitySchemes.filter(({ name }) => names.includes(name));
}

function isBasic({ type, authScheme }: SecurityScheme): boolean {
  return type === 'http' && authScheme?.toLowerCase() === 'basic';
}

function place(api: Api, scheme: SecurityScheme): PlacedCredential[] {
  const [own] = credentialNames(api).filter((one) => one.scheme === scheme.name);
  if (!own) return [];
  // A client id is no token: one is got with it.
  const variable = own.part === 'client_id' ? accessToken(api) : own.variable;
  return [placeCredential(scheme, standIn(variable)) ?? []].flat();
}

function basicOf(api: Api, scheme: SecurityScheme): { username: string; password: string } {
  const own = credentialNames(api).filter((one) => one.scheme === scheme.name);
  const named = (part: string) => standIn(own.find((one) => one.part === part)?.variable ?? part);
  return { username: named('username'), password: named('password') };
}

function pathTokens(api: Api, { parameters }: Operation): Record<string, string> {
  const carriers = parameters.filter((one) => one.in === 'path' && one.token);
  return Object.fromEntries(carriers.map(({ name }) => [name, standIn(accessToken(api))]));
}

function accessToken({ name }: Api): string {
  return variableOf(name, 'access_token');
}
