import { rootNode } from '../../apis/readOperation.ts';
import { readSecuritySchemes } from '../../apis/readSecurity.ts';
import { sensitiveNames } from '../../apis/sensitiveNames.ts';
import type { MockApi } from '../mockApi.ts';

/** Whether an input of this name, a header, parameter or member, is masked. Letters' case does not matter. */
export type IsHidden = (name: string) => boolean;

/** Names that carry a secret whatever a document says of them; a `Referer` holds a whole URL. */
const secret =
  /authorization|cookie|credential|passw|secret|token|session|api[-_]?key|^referer$|^(code|otp|pin)$/i;

const known = new WeakMap<MockApi, IsHidden>();

/** By the document's `x-sensitive`, by the names of its credentials, and by what every secret is called. */
export function hiddenNames(api: MockApi | undefined): IsHidden {
  if (!api) return (name) => secret.test(name);
  const isHidden = known.get(api) ?? namesOf(api);
  known.set(api, isHidden);
  return isHidden;
}

function namesOf({ document }: MockApi): IsHidden {
  const sensitive = sensitiveNames(document);
  const keys = readSecuritySchemes(rootNode(document)).map(({ parameterName }) => parameterName ?? '');
  const credentials = new Set(keys.map((name) => name.toLowerCase()));
  return (name) => {
    const lower = name.toLowerCase();
    return sensitive.has(lower) || credentials.has(lower) || secret.test(lower);
  };
}
