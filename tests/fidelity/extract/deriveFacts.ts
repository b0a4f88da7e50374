import { applyDecision, type Decision } from './decision.ts';
import type { Section } from './page.ts';
import { mediaTypeKey, type StatedFacts, sectionFacts } from './sectionFacts.ts';

/** The facts of one operation, as a facts file groups them. */
export interface OperationGroup extends StatedFacts {
  readonly operation: string;
  /** The page's own headings: "Office Management, Update Office". */
  readonly section: string;
}

/**
 * The facts that a page states, with a reader's decisions applied, in the page's order.
 * @throws {Error} if a decision names an operation or a fact that the page does not have
 */
export function deriveFacts(sections: readonly Section[], decisions: readonly Decision[]): OperationGroup[] {
  const groups = sections.flatMap((section) =>
    section.operations.map(({ method, path }) => decided(section, `${method} ${path}`, decisions)),
  );
  const known = new Set(groups.map(({ operation }) => operation));
  const unknown = decisions
    .flatMap(({ operations }) => operations)
    .find((operation) => !known.has(operation));
  if (unknown) throw new Error(`The page has no operation ${unknown}. Correct the decision.`);
  return groups;
}

function decided(section: Section, operation: string, decisions: readonly Decision[]): OperationGroup {
  const body = `requestBody/content/${mediaTypeKey(section)}/schema`;
  const stated = decisions
    .filter(({ operations }) => operations.includes(operation))
    .reduce<StatedFacts>((facts, decision) => {
      try {
        return applyDecision(facts, decision, body);
      } catch (error) {
        throw new Error(`${operation}: ${(error as Error).message}`);
      }
    }, sectionFacts(section));
  return { operation, section: `${section.group}, ${section.title}`, ...stated };
}
