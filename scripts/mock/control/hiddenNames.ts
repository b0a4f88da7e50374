import { isSecretName } from '../../apis/privateNames.ts';
import { rootNode } from '../../apis/readOperation.ts';
import { readSecuritySchemes } from '../../apis/readSecurity.ts';
import { sensitiveMarks } from '../../apis/sensitiveMarks.ts';
import type { MockApi } from '../mockApi.ts';

/** Whether an input of this name, a header, parameter or member, is masked. Letters' case does not matter. */
export type IsHidden = (name: string) => boolean;

/** A `Referer` holds a whole URL, a `code` may be the second factor of a login. */
const others = /^(referer|code)$/i;

const known = new WeakMap<MockApi, IsHidden>();

/** By the document's `x-sensitive`, by the names of its credentials, and by what every secret is called. */
export function hiddenNames(api: MockApi | undefined): IsHidden {
  if (!api) return isSecret;
  const isHidden = known.get(api) ?? namesOf(api);
  known.set(api, isHidden);
  return isHidden;
}

function isSecret(name: string): boolean {
  return isSecretName(name) || others.test(name);
}

function namesOf({ document }: MockApi): IsHidden {
  const { sensitive, harmless } = sensitiveMarks(document);
  const keys = readSecuritySchemes(rootNode(document)).map(({ parameterName }) => parameterName ?? '');
  const credentials = new Set(keys.map((name) => name.toLowerCase()));
  return (name) => {
    const lower = name.toLowerCase();
    return sensitive.has(lower) || credentials.has(lower) || (isSecret(lower) && !harmless.has(lower));
  };
}
