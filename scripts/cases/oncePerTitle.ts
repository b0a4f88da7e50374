import type { Case } from '../model/case.ts';

/** Of cases with the same title the first: two parts of a schema may state the same keyword. */
export function oncePerTitle(cases: Case[]): Case[] {
  const titles = new Set<string>();
  return cases.filter(({ title }) => !titles.has(title) && titles.add(title));
}
