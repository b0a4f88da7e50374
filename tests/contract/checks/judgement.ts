import type { CaseKind, Expectation, RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange, ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { CheckName, Finding, Severity, Undescribed } from '../../../scripts/model/finding.ts';
import type { Operation, Response } from '../../../scripts/model/operation.ts';
import type { ResourceAnswer } from '../../../scripts/model/resource.ts';
import type { Evidence, StatedPlace } from '../../../scripts/model/statement.ts';
import { grounds } from './grounds.ts';

/** What a check judges: one exchange, what was asked of it, and what the document says. */
export interface Judgement {
  operation: Operation;
  /** As in the report: `missing body.age`. */
  title: string;
  kind: CaseKind;
  expectation: Expectation;
  /** What the request was made of. */
  inputs: RequestInputs;
  exchange: Exchange;
  /** What was asked after it, where the case is about what it leaves behind. */
  after?: After;
}

/** A request after another one, to see what that left behind. */
export interface After {
  operation: Operation;
  exchange: Exchange;
  /** Of what the first one made, changed or deleted. */
  identifier: string | number;
  /** Where the answer that told it has it: `id`; `''` where it is the whole. */
  identifierName: string;
  /** Where the items of the answer stand that are listed; absent: it reads one. */
  listed?: ResourceAnswer;
}

/** A judgement whose exchange has a response. */
export interface Answered extends Judgement {
  response: ReceivedResponse;
  /** What the document says of this status: its own entry, its range (`4XX`) or `default`. */
  described?: Response;
}

/** Judges one exchange; pure: it neither prints, sends nor throws. */
export type Check = (answered: Answered) => Finding[];

interface FindingParts {
  check: CheckName;
  operation: Operation;
  /** The statement that broke; the evidence is its own. */
  stated?: StatedPlace;
  /** All that broke, where it is more than that. */
  alike?: readonly StatedPlace[];
  /** In place of that statement's. */
  evidence?: Evidence;
  /** A sentence without its full stop: what was sent, what came, what the document says. */
  message: string;
  documentPointer?: string;
  responsePointer?: string;
  /** Only for what is a violation, or drift, whatever the evidence. */
  severity?: Severity;
  undescribed?: Undescribed[];
}

/**
 * A broken documented statement is a violation; of anything less certain it is drift. Where the document has the statement
 * from is added to the message.
 */
export function finding(parts: FindingParts): Finding {
  const { check, operation, stated, undescribed, responsePointer = '' } = parts;
  const evidence = parts.evidence ?? stated?.evidence ?? 'silent';
  const broke = evidence === stated?.evidence ? inferredOf([stated, ...(parts.alike ?? [])]) : [];
  return {
    check,
    severity: parts.severity ?? (evidence === 'documented' ? 'violation' : 'drift'),
    evidence,
    message: `${parts.message}${grounds({ operation, evidence, ...(stated && { stated }) })}.`,
    documentPointer: parts.documentPointer ?? stated?.pointer ?? '',
    responsePointer,
    ...(broke.length > 0 && { broke }),
    ...(undescribed && { undescribed }),
  };
}

function inferredOf(stated: StatedPlace[]): string[] {
  const inferred = stated.filter(({ evidence }) => evidence === 'inferred');
  return [...new Set(inferred.map(({ usage }) => usage))];
}

/** The response that describes a status: OpenAPI 3.1 section 4.8.16. */
export function describedResponse({ responses }: Operation, status: number): Response | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  return [String(status), range, 'default']
    .map((key) => responses.find((one) => one.status.toUpperCase() === key.toUpperCase()))
    .find(Boolean);
}
