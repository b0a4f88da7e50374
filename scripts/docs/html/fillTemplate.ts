import { type Html, html, type Insert } from './html.ts';

/**
 * Fills the slots `{{name}}` of a template; what is filled in is escaped as in `html`.
 * @throws {Error} on a slot without a value, and on a value without a slot: a mistake in this project, not of its user
 */
export function fillTemplate(template: string, values: Record<string, Insert>): Html {
  const parts = template.split(/\{\{(\w+)\}\}/);
  const slots = parts.filter((_, index) => index % 2 === 1);
  const missing = slots.find((slot) => !Object.hasOwn(values, slot));
  if (missing !== undefined) throw new Error(`The template's slot {{${missing}}} has no value.`);
  const unused = Object.keys(values).find((name) => !slots.includes(name));
  if (unused !== undefined) throw new Error(`The template has no slot {{${unused}}}.`);
  return html`${parts.map((part, index) => (index % 2 === 1 ? values[part] : { markup: part }))}`;
}
