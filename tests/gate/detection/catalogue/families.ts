import type { FaultFamily } from '../subject.ts';
import { behaviour } from './behaviour.ts';
import { bodies } from './bodies.ts';
import { bytes } from './bytes.ts';
import { connections } from './connections.ts';
import { contents } from './contents.ts';
import { headers } from './headers.ts';
import { ignored } from './ignored.ts';
import { leaks } from './leaks.ts';
import { redirects } from './redirects.ts';
import { statuses } from './statuses.ts';
import { texts } from './texts.ts';
import { tightened } from './tightened.ts';

/** The one list of families of faults: of the answer, then of behaviour. */
export const families: Record<string, FaultFamily> = {
  statuses,
  contents,
  headers,
  texts,
  bodies,
  bytes,
  leaks,
  redirects,
  connections,
  behaviour,
  ignored,
  tightened,
};

/** Families of what no answer may be, whoever asked, and whatever tool looks at it: others can be measured by them as well. */
export const answerFamilies = ['statuses', 'contents', 'headers', 'texts', 'bodies', 'bytes'];
