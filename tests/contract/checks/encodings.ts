/** How the bytes of a text are encoded: RFC 4648 sections 4 to 8. */
interface Encoding {
  /** How such a text looks, without white space. */
  form: RegExp;
  /** How many characters belong together. */
  group: number;
  decode?(text: string): Buffer;
}

const encodings: Record<string, Encoding> = {
  base64: {
    form: /^[A-Za-z0-9+/]*={0,2}$/,
    group: 4,
    decode: (text) => Buffer.from(text, 'base64'),
  },
  // Its padding is often left out: section 3.2 lets others say so.
  base64url: {
    form: /^[A-Za-z0-9_-]*={0,2}$/,
    group: 1,
    decode: (text) => Buffer.from(text, 'base64url'),
  },
  base16: { form: /^[A-Fa-f0-9]*$/, group: 2, decode: (text) => Buffer.from(text, 'hex') },
  base32: { form: /^[A-Z2-7]*={0,6}$/, group: 8 },
};

/** Whether a text is encoded so, its lines broken or not (RFC 2045 section 6.8); `true` of an encoding that is not known here. */
export function isEncoded(encoding: string, text: string): boolean {
  const known = encodingOf(encoding);
  if (!known) return true;
  const plain = withoutSpace(text);
  return known.form.test(plain) && plain.length % known.group === 0;
}

/** The bytes of a text that is encoded so; `undefined` of an encoding that nobody decodes here. */
export function decodeText(encoding: string, text: string): Buffer | undefined {
  return encodingOf(encoding)?.decode?.(withoutSpace(text));
}

function encodingOf(name: string): Encoding | undefined {
  const known = name.toLowerCase();
  return Object.hasOwn(encodings, known) ? encodings[known] : undefined;
}

function withoutSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, '');
}
