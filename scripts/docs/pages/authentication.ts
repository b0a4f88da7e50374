import { isObject, valueAt } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { SecurityScheme } from '../../model/securityScheme.ts';
import { type Html, html } from '../html/html.ts';

/** How a caller of an API proves who it is: one line for each way or part, in document order, each once. */
export function describeAuthentication(api: Api): Html[] {
  const lines = [
    ...api.securitySchemes.map((scheme) => describeScheme(scheme, api)),
    ...tokenParameters(api),
  ];
  return [...new Map(lines.map((line) => [line.markup, line])).values()];
}

function describeScheme(scheme: SecurityScheme, api: Api): Html {
  switch (scheme.type) {
    case 'apiKey':
      return describeKey(scheme);
    case 'http':
      return html`HTTP ${scheme.authScheme ?? 'authentication'}`;
    case 'oauth2':
      return html`OAuth 2.0${flows(scheme, api)}`;
    case 'openIdConnect':
      return html`OpenID Connect`;
    case 'mutualTLS':
      return html`Client certificate (mutual TLS)`;
  }
}

function describeKey({ in: location, parameterName = '', authScheme }: SecurityScheme): Html {
  if (authScheme) return html`Header <code>${parameterName}: ${authScheme} …</code>`;
  return html`Key in ${location} <code>${parameterName}</code>`;
}

const flowNames: Readonly<Record<string, string>> = {
  clientCredentials: 'client credentials',
  authorizationCode: 'authorization code',
  implicit: 'implicit grant',
  password: 'password grant',
  deviceAuthorization: 'device authorization',
};

function flows({ pointer }: SecurityScheme, { document }: Api): string {
  const flows = valueAt(document, `${pointer}/flows`);
  const names = isObject(flows) ? Object.keys(flows).flatMap((flow) => flowNames[flow] ?? []) : [];
  return names.length > 0 ? `, ${names.join(' or ')}` : '';
}

/** A token that travels as a parameter has no security scheme in OpenAPI. */
function tokenParameters({ operations }: Api): Html[] {
  return operations
    .flatMap(({ parameters }) => parameters)
    .filter(({ token }) => token)
    .map((parameter) => html`Access token in ${parameter.in} <code>${parameter.name}</code>`);
}
