import type { ApiFacts } from '../client/facts.ts';
import type { CredentialChoice } from './credentialChoices.ts';
import { memberName, quoted } from './literal.ts';

interface CredentialsToRender {
  /** `SomeApi` */
  name: string;
  choices: readonly CredentialChoice[];
  facts: ApiFacts;
  /** The type whose members are the API's paths. */
  paths: string;
}

/** The text of the type of an API's credentials, a union of the choices; nothing where none are asked for. */
export function renderCredentials({ name, choices, facts, paths }: CredentialsToRender): string {
  if (!choices.some(({ required, optional }) => required.length + optional.length > 0)) return '';
  const types = new Map(Object.values(facts.tokens).flatMap((token) => loginTypes(token, name, paths)));
  const member = (mark: string) => (credential: string) =>
    `  ${memberName(credential)}${mark}: ${types.get(credential) ?? 'Credential'};\n`;
  const alternatives = choices.map(({ required, optional }) => {
    const members = [...required.map(member('')), ...optional.map(member('?'))];
    return `{\n${members.join('')}}`;
  });
  return `export type ${name}Credentials = ${alternatives.join(' | ')};`;
}

/** A login and its steps take what their operations do; a step is given a client that is logged in so far. */
function loginTypes(
  { login, operation, steps = [] }: ApiFacts['tokens'][string],
  name: string,
  paths: string,
): [string, string][] {
  if (login === undefined) return [];
  return [
    [login, `Given<${bodyType(operation, paths)}>`],
    ...steps.map((step): [string, string] => [
      step.answer,
      `Given<${bodyType(step.operation, paths)}, [client: ${name}Client]>`,
    ]),
  ];
}

function bodyType(operation: string, paths: string): string {
  const [method = '', path = ''] = operation.split(' ', 2);
  return `RequestBodyOf<${paths}[${quoted(path)}][${quoted(method.toLowerCase())}]>`;
}
