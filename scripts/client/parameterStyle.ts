import { CallError } from './errors.ts';

/** How a parameter is written: OpenAPI 3.1 section 4.8.12.3. */
export interface ParameterStyle {
  style: string;
  explode: boolean;
}

interface Spelling {
  /** Before the whole. */
  lead: string;
  /** Whether the parameter's name stands in its value. */
  named: boolean;
  /** Between the members of an exploded value. */
  between: string;
  /** Between the members of one that is not. */
  joint: string;
}

const form: Spelling = { lead: '', named: true, between: '&', joint: ',' };

const spellings: Record<string, Spelling> = {
  simple: { lead: '', named: false, between: ',', joint: ',' },
  label: { lead: '.', named: false, between: '.', joint: ',' },
  matrix: { lead: ';', named: true, between: ';', joint: ',' },
  form,
  spaceDelimited: { ...form, joint: '%20' },
  pipeDelimited: { ...form, joint: '%7C' },
};

/**
 * A parameter as its style writes it, percent-encoded, with its name where the style has it (`id=1`, `;id=1`).
 * @throws {CallError} if it holds a value within a value, which no style but `deepObject` can write
 */
export function encodeValue(name: string, value: unknown, { style, explode }: ParameterStyle): string {
  const { lead, named, between, joint } = spellings[style] ?? form;
  const label = named ? `${encode(name)}=` : '';
  if (typeof value !== 'object' || value === null) return lead + label + encode(value);
  if (style === 'deepObject') return deepObject(name, value);
  if (explode) return lead + explodedParts(value, label).join(between);
  return lead + label + flatParts(value).join(joint);
}

function explodedParts(value: object, label: string): string[] {
  if (Array.isArray(value)) return value.map((item) => label + encode(item));
  return members(value).map(([key, member]) => `${encode(key)}=${encode(member)}`);
}

function flatParts(value: object): string[] {
  return (Array.isArray(value) ? value : members(value).flat()).map(encode);
}

function deepObject(name: string, value: object): string {
  return members(value)
    .map(([key, member]) => {
      const inner = `${name}[${key}]`;
      // Objects below objects are nowhere specified; servers that take this style at all read them so.
      if (typeof member === 'object' && !Array.isArray(member)) return deepObject(inner, member as object);
      return `${encode(inner)}=${Array.isArray(member) ? member.map(encode).join(',') : encode(member)}`;
    })
    .join('&');
}

function members(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
}

function encode(value: unknown): string {
  if (typeof value === 'object' && value !== null && !(value instanceof Date))
    throw new CallError('a parameter of its style cannot carry a list or an object within another');
  return encodeURIComponent(String(value));
}
