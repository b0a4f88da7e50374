import type { Oas3Rule } from '@redocly/openapi-core';
import { UsageError } from '../../scripts/model/errors.ts';

/**
 * An operationId is a verb and a noun in camelCase: `listCases`. The option `verbs` lists the verbs, so that one
 * thing is not called by two names. That there is an operationId at all is checked by Redocly's own rule.
 */
export const operationIdVerb: Oas3Rule = ({ verbs }: { verbs?: unknown }) => {
  const allowed = readVerbs(verbs);
  return {
    Operation: {
      enter({ operationId }, { report, location }) {
        if (typeof operationId !== 'string' || isVerbAndNoun(operationId, allowed)) return;
        const message = `operationId \`${operationId}\` is not a verb and a noun in camelCase. Verbs: ${allowed.join(', ')}.`;
        report({ message, location: location.child('operationId') });
      },
    },
  };
};

function isVerbAndNoun(operationId: string, verbs: readonly string[]): boolean {
  return verbs.some(
    (verb) => operationId.startsWith(verb) && /^[A-Z][A-Za-z0-9]*$/.test(operationId.slice(verb.length)),
  );
}

function readVerbs(verbs: unknown): string[] {
  if (Array.isArray(verbs) && verbs.length > 0 && verbs.every((verb) => typeof verb === 'string'))
    return verbs;
  throw new UsageError(
    'redocly.yaml: the rule operation-id-verb has no list of verbs.\nGive it the option `verbs`.',
  );
}
