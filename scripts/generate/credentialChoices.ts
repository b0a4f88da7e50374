import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { clientCredentialNames } from './clientCredentialNames.ts';

/** Names of credentials with which every operation can be called, and those that are of use besides. */
export interface CredentialChoice {
  required: string[];
  optional: string[];
}

/** The smallest sets of credentials that suffice for all operations; one without any if none asks for credentials. */
export function credentialChoices(api: Api): CredentialChoice[] {
  const names = clientCredentialNames(api);
  const needs = api.operations.map((operation) => alternativesOf(operation, names));
  const used = new Set(needs.flat(2));
  const sufficient = [...new Set(needs.map((need) => JSON.stringify(need)))]
    .map((need) => JSON.parse(need) as string[][])
    .filter((need) => need.length > 0)
    .reduce<string[][]>((choices, need) => smallest(combine(choices, need)), [[]]);
  return sufficient.map((required) => ({
    required: [...used].filter((name) => required.includes(name)),
    optional: [...used].filter((name) => !required.includes(name)),
  }));
}

/** An alternative with a scheme that the document does not describe cannot be met. */
function alternativesOf(
  { security }: Operation,
  names: ReturnType<typeof clientCredentialNames>,
): string[][] {
  return security
    .filter(({ schemes }) => schemes.every(({ name }) => names.has(name)))
    .map(({ schemes }) => schemes.flatMap(({ name }) => names.get(name) ?? []));
}

function combine(choices: readonly string[][], need: readonly string[][]): string[][] {
  return choices.flatMap((choice) => need.map((names) => [...new Set([...choice, ...names])]));
}

/** Without those that contain another one. */
function smallest(choices: readonly string[][]): string[][] {
  const kept: string[][] = [];
  for (const choice of [...choices].sort((one, other) => one.length - other.length)) {
    if (!kept.some((smaller) => smaller.every((name) => choice.includes(name)))) kept.push(choice);
  }
  return kept;
}
