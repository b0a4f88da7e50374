type Decode = (text: string) => string[];

/** Longer texts are not looked into further than this. In characters. */
const longest = 20_000;

/** What a text may say in other words: in these ways a value is written into headers, addresses, pages and tokens. */
const decoders: Decode[] = [percentDecoded, escapesDecoded, entitiesDecoded, base64Decoded, hexDecoded];

/** A text, and what it says where it, or a part of it, is encoded, once or twice. */
export function spellingsOf(text: string): string[] {
  const given = text.slice(0, longest);
  const once = decodedOf(given);
  return [...new Set([given, ...once, ...once.flatMap(decodedOf)])];
}

function decodedOf(text: string): string[] {
  return decoders.flatMap((decode) => decode(text)).filter((one) => one !== '' && one !== text);
}

/** Byte by byte, since what was cut is malformed as a whole. */
function percentDecoded(text: string): string[] {
  if (!/%[0-9a-f]{2}/i.test(text)) return [];
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    textOf(Buffer.from(run.replaceAll('%', ''), 'hex')),
  );
  return [decoded];
}

/** JSON's, and those of other languages. */
function escapesDecoded(text: string): string[] {
  if (!/\\[ux]/.test(text)) return [];
  return [
    text.replace(/\\(?:u\{?|x)([0-9a-f]{2,6})\}?/gi, (_, digits: string) =>
      characterOf(Number.parseInt(digits, 16)),
    ),
  ];
}

function entitiesDecoded(text: string): string[] {
  if (!/&#/.test(text)) return [];
  return [
    text.replace(/&#(x?)([0-9a-f]{1,6});?/gi, (_, hex: string, digits: string) =>
      characterOf(Number.parseInt(digits, hex === '' ? 10 : 16)),
    ),
  ];
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Base64 and base64url (RFC 4648 sections 4 and 5); where a part begins within a run is not known, so four ways are tried. */
function base64Decoded(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{6,}/g) ?? [];
  return [0, 1, 2, 3].flatMap((offset) => {
    const bytes = runs.map((run) => Buffer.from(run.slice(offset), 'base64'));
    return [bytes.map(textOf).join(' '), bytes.map((one) => one.toString('latin1')).join(' ')];
  });
}

function hexDecoded(text: string): string[] {
  const runs = text.match(/[0-9a-f]{8,}/gi) ?? [];
  return [0, 1].map((offset) => runs.map((run) => textOf(Buffer.from(run.slice(offset), 'hex'))).join(' '));
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8');
}
