import type { CaseKind } from '../../../../scripts/model/case.ts';
import type { Life } from '../../../../scripts/model/life.ts';
import type { Operation } from '../../../../scripts/model/operation.ts';
import { livesOf } from '../../../../scripts/resources/lives.ts';
import type { Subject } from '../subject.ts';
import { isLookedInto } from './isLookedInto.ts';

/** How something comes to be, and is read then. */
export interface ReadOfMade {
  life: Life;
  reader: Operation;
  /** Of the reader's path: what names the thing. */
  parameter: string;
}

/** What an operation makes and another one reads, if it has cases of a kind about that. */
export function readOfMade(subject: Subject, kind: CaseKind): ReadOfMade | undefined {
  const lives = livesOf(subject.api.operations);
  const life = lives.by(subject.operation.operationId);
  const { reader } = life ?? {};
  const parameter = reader && lives.resources.ownPlace(reader.operationId)?.parameter;
  const isKnown = life && reader && parameter !== undefined && isLookedInto(subject, kind);
  return isKnown ? { life, reader, parameter } : undefined;
}
