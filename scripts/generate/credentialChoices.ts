import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { clientCredentialNames } from './clientCredentialNames.ts';
import { clientTokens, findToken } from './clientTokens.ts';

/** Names of credentials with which every operation can be called, and those that are of use besides. */
export interface CredentialChoice {
  required: string[];
  optional: string[];
}

/** The smallest sets of credentials that suffice for all operations; one without any if none asks for credentials. */
export function credentialChoices(api: Api): CredentialChoice[] {
  const ways = waysIn(api);
  const needs = api.operations.map((operation) => alternativesOf(operation, ways));
  const used = new Set(needs.flat(2));
  const sufficient = [...new Set(needs.map((need) => JSON.stringify(need)))]
    .map((need) => JSON.parse(need) as string[][])
    .filter((need) => need.length > 0)
    .reduce<string[][]>((choices, need) => smallest(combine(choices, need)), [[]]);
  return sufficient.map((required) => {
    const other = instead(required, ways);
    const useful = [...used].filter((name) => !other.has(name));
    return {
      required: useful.filter((name) => required.includes(name)),
      optional: [...useful.filter((name) => !required.includes(name)), ...stepsOf(api, useful)],
    };
  });
}

/** By security scheme: the sets of credentials that each let in, a secret or what a login takes. */
type Ways = ReadonlyMap<string, readonly (readonly string[])[]>;

function waysIn(api: Api): Ways {
  const names = clientCredentialNames(api);
  const tokens = clientTokens(api);
  return new Map(
    api.securitySchemes.map(({ name, token }) => {
      const login = findToken(tokens, token)?.facts.login;
      const own = names.get(name) ?? [];
      return [name, login === undefined ? [own] : [own, [login]]];
    }),
  );
}

/** What answers the later steps of the logins among the names. */
function stepsOf(api: Api, names: readonly string[]): string[] {
  return clientTokens(api)
    .filter(({ facts }) => facts.login !== undefined && names.includes(facts.login))
    .flatMap(({ facts }) => facts.steps ?? [])
    .map(({ answer }) => answer);
}

/** What would let in by another way than the chosen one. */
function instead(chosen: readonly string[], ways: Ways): Set<string> {
  const met = [...ways.values()].filter(
    (sets) => sets.length > 1 && sets.some((set) => set.every((name) => chosen.includes(name))),
  );
  return new Set(met.flat(2).filter((name) => !chosen.includes(name)));
}

/** An alternative with a scheme that the document does not describe cannot be met. */
function alternativesOf({ security }: Operation, ways: Ways): string[][] {
  return security
    .filter(({ schemes }) => schemes.every(({ name }) => ways.has(name)))
    .flatMap(({ schemes }) =>
      schemes.reduce<string[][]>((sets, { name }) => combine(sets, ways.get(name) ?? []), [[]]),
    );
}

function combine(choices: readonly string[][], need: readonly (readonly string[])[]): string[][] {
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
