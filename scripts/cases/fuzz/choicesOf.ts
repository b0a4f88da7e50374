import { type SchemaPart, schemaParts, subschema } from '../../validate/schemaParts.ts';
import { withChosenBranches } from '../sample.ts';
import type { Making } from './making.ts';

/** More ways are not tried out. */
const most = 16;
/** Branches within branches. */
const deepest = 4;

/** The ways in which schemas may hold: with one branch of each `oneOf` and `anyOf`, with `then` or with `else`. */
export function choicesOf(making: Making, parts: SchemaPart[]): SchemaPart[][] {
  const met = { branches: 1, made: 0 };
  const choices: SchemaPart[][] = [];
  for (let choice = 0; choice < Math.min(met.branches, most); choice += 1) {
    choices.push(...situations(making, chosen({ ...making, met, choice }, parts)));
  }
  return choices;
}

type Choosing = Pick<Making, 'document' | 'above'> & {
  met: { branches: number; made: number };
  choice: number;
};

function chosen(choosing: Choosing, parts: SchemaPart[], depth = 0): SchemaPart[] {
  const all = withChosenBranches(choosing, parts);
  const added = all.slice(0, all.length - parts.length);
  return added.length === 0 || depth >= deepest ? all : [...chosen(choosing, added, depth + 1), ...parts];
}

function situations({ document }: Making, parts: SchemaPart[]): SchemaPart[][] {
  const holder = parts.find((part) => subschema(part, 'if'));
  if (!holder) return [parts];
  const at = (...keywords: string[]) =>
    keywords.flatMap((keyword) => {
      const place = subschema(holder, keyword);
      return place ? schemaParts(document, place) : [];
    });
  return [[...at('if', 'then'), ...parts], [...at('else'), ...parts], parts];
}
