import type { WireAnswer } from '../../wire.ts';
import { answersOf, hasStatus, mediaTypeOf } from '../answered.ts';
import type { FaultFamily, PlacedFault } from '../subject.ts';

/** Media types whose bytes can be told from others. */
const told = /^(application\/(pdf|zip|dicom)|image\/(png|jpeg|gif|webp|tiff))$/;

const ways: [name: string, write: (body: Buffer) => Buffer][] = [
  ['sends a file that is none of its kind', () => Buffer.from('<html><body>Fake error</body></html>')],
  [
    'sends a file with a beginning that is cut off',
    (body) => body.subarray(Math.min(140, body.byteLength >> 1)),
  ],
];

/** Files that are not what they are called. */
export const bytes: FaultFamily = (subject) =>
  answersOf(subject)
    .filter(({ answers: [first] }) => told.test(mediaTypeOf(first)))
    .flatMap(({ status }) =>
      ways.map(
        ([name, write]): PlacedFault => ({
          ...{ name, check: 'body-bytes', status, place: '/body', applies: hasStatus(status) },
          change: (answer: WireAnswer) => ({ ...answer, body: write(answer.body) }),
        }),
      ),
    );
