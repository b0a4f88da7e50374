/** How the bytes of a format begin and end. */
interface Signature {
  /** With its article: `a PDF`. */
  name: string;
  begins(bytes: Buffer): boolean;
  /** Whether the end is there, of a body that begins so. */
  ends?(bytes: Buffer): boolean;
}

const pdf: Signature = {
  name: 'a PDF',
  // Readers look for both within a kilobyte: ISO 32000-1 annex H, implementation notes 13 and 18.
  begins: (bytes) => bytes.subarray(0, 1024).includes('%PDF-'),
  ends: (bytes) => bytes.subarray(-1024).includes('%%EOF'),
};

/** PNG third edition, sections 5.2 and 11.2.5. */
const png: Signature = {
  name: 'a PNG',
  begins: startsWith('89504e470d0a1a0a'),
  ends: (bytes) => bytes.includes(Buffer.from('49454e44ae426082', 'hex')),
};

/** ITU-T T.81 section B.1.1.3: SOI and EOI. */
const jpeg: Signature = {
  name: 'a JPEG',
  begins: startsWith('ffd8ff'),
  ends: (bytes) => bytes.lastIndexOf(Buffer.from('ffd9', 'hex')) > 0,
};

const gif: Signature = { name: 'a GIF', begins: startsWith('474946383761', '474946383961') };

const webp: Signature = {
  name: 'a WebP',
  begins: (bytes) => riff(bytes) && bytes.subarray(8, 12).equals(Buffer.from('WEBP')),
  ends: hasWholeRiff,
};

const wave: Signature = {
  name: 'a WAVE',
  begins: (bytes) => riff(bytes) && bytes.subarray(8, 12).equals(Buffer.from('WAVE')),
};

/** TIFF 6.0 section 2, and BigTIFF. */
const tiff: Signature = {
  name: 'a TIFF',
  begins: startsWith('49492a00', '4d4d002a', '49492b00', '4d4d002b'),
};

/** APPNOTE.TXT sections 4.3.7 and 4.3.16; the last record may have a comment of 65,535 bytes behind it. */
const zip: Signature = {
  name: 'a ZIP',
  begins: startsWith('504b0304', '504b0506', '504b0708'),
  ends: (bytes) => bytes.subarray(-65_557).includes(Buffer.from('504b0506', 'hex')),
};

/** RFC 1952 section 2.3.1 */
const gzip: Signature = { name: 'a gzip file', begins: startsWith('1f8b') };

/** DICOM PS3.10 section 7.1 */
const dicom: Signature = {
  name: 'a DICOM file',
  begins: (bytes) => bytes.subarray(128, 132).equals(Buffer.from('DICM')),
};

/** ISO/IEC 14496-12 section 4.3 */
const mp4: Signature = {
  name: 'an MP4',
  begins: (bytes) => bytes.subarray(4, 8).equals(Buffer.from('ftyp')),
};

const known: Record<string, Signature> = {
  'application/pdf': pdf,
  'image/png': png,
  'image/jpeg': jpeg,
  'image/jpg': jpeg,
  'image/pjpeg': jpeg,
  'image/gif': gif,
  'image/webp': webp,
  'image/tiff': tiff,
  'image/bmp': { name: 'a BMP', begins: startsWith('424d') },
  'image/jp2': { name: 'a JPEG 2000', begins: startsWith('0000000c6a5020200d0a870a') },
  'application/zip': zip,
  'application/x-zip-compressed': zip,
  'application/gzip': gzip,
  'application/x-gzip': gzip,
  'application/zstd': { name: 'a Zstandard file', begins: startsWith('28b52ffd') },
  'application/dicom': dicom,
  'audio/wav': wave,
  'audio/x-wav': wave,
  'video/mp4': mp4,
  'audio/mp4': mp4,
  'application/wasm': { name: 'a WebAssembly module', begins: startsWith('0061736d') },
};

/** Formats that are ZIP files inside. */
const zipped = /\+zip$|^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\.(?!.*flat)/;

/** How the bytes of a media type (in lower case, without parameters) look; `undefined` where nobody can tell. */
export function signatureOf(mediaType: string): Signature | undefined {
  if (Object.hasOwn(known, mediaType)) return known[mediaType];
  return zipped.test(mediaType) ? zip : undefined;
}

/** The format that bytes begin like, whatever they are called; `undefined` where none is known. */
export function signatureOfBytes(bytes: Buffer): Signature | undefined {
  return [...new Set(Object.values(known))].find(({ begins }) => begins(bytes));
}

/** Any of these, in hexadecimal. */
function startsWith(...beginnings: string[]): (bytes: Buffer) => boolean {
  const wanted = beginnings.map((one) => Buffer.from(one, 'hex'));
  return (bytes) => wanted.some((one) => bytes.subarray(0, one.byteLength).equals(one));
}

function riff(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from('RIFF'));
}

/** A RIFF file says how long it is. */
function hasWholeRiff(bytes: Buffer): boolean {
  return bytes.byteLength >= 8 && bytes.byteLength >= bytes.readUInt32LE(4) + 8;
}
