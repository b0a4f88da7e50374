import { essenceOf } from './http/mediaType.ts';

/** The smallest whole files that programs open: a grey square, and an empty page. */
const files: Record<string, string> = {
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAIElEQVR4AdzKsQ0AAAzCsIrL83n5AHYiZbOAT+tKG8AAAAD///p5c7AAAAAGSURBVAMAU70UCfUuyZAAAAAASUVORK5CYII=',
  'image/jpeg':
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AAA//2Q==',
  'image/gif': 'R0lGODlhAQABAIAAAICAgP///ywAAAAAAQABAAACAkQBADs=',
  'application/zip': 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
};

/**
 * A file of a media type, for an answer of which the document shows none: it opens with whatever opens its kind.
 * @returns `undefined` for a media type that is none of these
 */
export function sampleFile(mediaType: string): Buffer | undefined {
  const essence = essenceOf(mediaType);
  if (essence === 'application/pdf') return emptyPage();
  const file = files[essence];
  return file === undefined ? undefined : Buffer.from(file, 'base64');
}

/** ISO 32000-1 section 7.5: each object is where the table says. */
function emptyPage(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}
