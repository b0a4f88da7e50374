/** Text that is HTML already, and is inserted as it is. */
export interface Html {
  readonly markup: string;
}

export type Insert = string | number | Html | undefined | readonly Insert[];

/** A tagged template: what is inserted is escaped, unless it is `Html` itself; lists are joined, `undefined` is nothing. */
export function html(strings: TemplateStringsArray, ...inserts: Insert[]): Html {
  const [first = '', ...rest] = strings;
  return { markup: rest.reduce((text, string, index) => text + insert(inserts[index]) + string, first) };
}

/** Escapes text for an element's content and for a quoted attribute's value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function insert(value: Insert): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map(insert).join('');
  return value.markup;
}

function isList(value: Html | readonly Insert[]): value is readonly Insert[] {
  return Array.isArray(value);
}
