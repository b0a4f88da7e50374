import type { Input, Limit, Section } from './page.ts';

/** How much a page says, by kind; to be held against a count by eye. */
export function countPage(sections: readonly Section[]): Readonly<Record<string, number>> {
  const inputs = sections.flatMap((section) => section.inputs);
  const limits = inputs.flatMap((input) => input.limits);
  const ofKind = (...kinds: readonly Limit['kind'][]) =>
    limits.filter(({ kind }) => kinds.includes(kind)).length;
  const inputsIn = (place: Input['in']) => inputs.filter((input) => input.in === place).length;
  return {
    sections: sections.length,
    operations: sections.flatMap(({ operations }) => operations).length,
    badges: sections.filter(({ badge }) => badge).length,
    inputs: inputs.length,
    'inputs in the path': inputsIn('path'),
    'inputs in the query': inputsIn('query'),
    'inputs in the body': inputsIn('body'),
    'required inputs': inputs.filter(({ optional }) => !optional).length,
    'limits "Must …"': limits.length - ofKind('equals', 'requiredWhen'),
    'rules "required when …"': ofKind('requiredWhen'),
    'rules "must match"': ofKind('equals'),
    'example responses': sections.filter(({ response }) => response).length,
  };
}
