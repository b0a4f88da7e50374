/** Formats that show in a text by themselves, and are all of one length. */
const fixed: [name: string, form: RegExp][] = [
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?$/],
  ['time', /^\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?$/],
  ['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
];

/** Those of many lengths. */
const varied: [name: string, form: RegExp][] = [
  ['email', /^[^\s@]+@[^\s@]+$/],
  ['uri', /^[a-z][a-z0-9+.-]*:\/\/\S*$/i],
];

/** A string without its value: `<string, date>`, `<string, email, 23 characters>`, `<string, 12 characters>`. */
export function stringShape(text: string): string {
  if (text === '') return '';
  const known = fixed.find(([, form]) => form.test(text));
  if (known) return `<string, ${known[0]}>`;
  const length = [...text].length;
  const [name] = varied.find(([, form]) => form.test(text)) ?? [];
  const digits = /^\d+$/.test(text);
  const unit = digits ? 'digit' : 'character';
  return `<string, ${name === undefined ? '' : `${name}, `}${length} ${unit}${length === 1 ? '' : 's'}>`;
}

/** The text of a header or of a part of an address, which knows no types but by its looks. */
export function textShape(text: string): string {
  if (/^-?\d{1,15}$/.test(text)) return '<integer>';
  if (/^-?\d+\.\d+$/.test(text)) return '<number>';
  return text === 'true' || text === 'false' ? '<boolean>' : stringShape(text);
}
