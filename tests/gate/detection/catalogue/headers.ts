import type { Header } from '../../../../scripts/model/operation.ts';
import { schemaParts, typesOf } from '../../../../scripts/validate/schemaParts.ts';
import type { WireAnswer } from '../../wire.ts';
import { answersOf, hasStatus } from '../answered.ts';
import type { FaultFamily, PlacedFault, Subject } from '../subject.ts';
import { wrongText } from './wrongText.ts';

/** Headers that are missing, mistyped, or described nowhere. */
export const headers: FaultFamily = (subject) =>
  answersOf(subject).flatMap(({ status, described }) => {
    const applies = hasStatus(status);
    const fault = (name: string, header: string, change: PlacedFault['change']): PlacedFault => ({
      ...{ name, check: 'headers-documented', status, place: `/headers/${header}`, applies },
      ...(change && { change }),
    });
    const surprise = subject.choose(`header ${status}`, ['x-surprise', 'x-debug-token', 'link']);
    return [
      fault('sends a header that is not described', surprise, (answer) =>
        withHeader(answer, surprise, 'boo'),
      ),
      ...described.headers.flatMap((header) => spoiled(subject, header, fault)),
    ];
  });

type Make = (name: string, header: string, change: PlacedFault['change']) => PlacedFault;

function spoiled({ operation }: Subject, header: Header, fault: Make): PlacedFault[] {
  const name = header.name.toLowerCase();
  // OpenAPI 3.1 section 4.8.17.1: a described Content-Type is ignored.
  if (name === 'content-type') return [];
  const parts = header.schema ? schemaParts(operation.document, header.schema) : [];
  const wrong = wrongText(parts);
  return [
    ...(header.required
      ? [fault('leaves a required header out', name, (answer) => without(answer, name))]
      : []),
    ...(wrong === undefined
      ? []
      : [
          fault(`sends a header of another ${typesOf(parts).length > 0 ? 'type' : 'kind'}`, name, (answer) =>
            withHeader(answer, name, wrong),
          ),
        ]),
  ];
}

function withHeader(answer: WireAnswer, name: string, value: string): WireAnswer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

function without(answer: WireAnswer, name: string): WireAnswer {
  const kept = Object.entries(answer.headers).filter(([one]) => one !== name);
  return { ...answer, headers: Object.fromEntries(kept) };
}
