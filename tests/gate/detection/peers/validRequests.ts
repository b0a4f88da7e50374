import type { PeerRequest } from '../../../../scripts/model/peerFault.ts';
import type { Subject, Truthful } from '../subject.ts';
import { isValid, requestId } from './answerFaults.ts';

/** What every case that breaks nothing sends, and the status of its truthful answer. */
export function validRequests(subjects: readonly Subject[]): PeerRequest[] {
  return subjects.flatMap((subject) =>
    subject.truthfuls.filter(isValid).map((truthful) => peerRequest(subject, truthful)),
  );
}

function peerRequest(subject: Subject, truthful: Truthful): PeerRequest {
  const { request, answer } = truthful;
  const { api, operation } = subject;
  return {
    ...{ id: requestId(subject, truthful), api: api.name, operationId: operation.operationId },
    ...{ status: answer.status, method: request.method, headers: request.headers },
    target: request.target.slice(`/${api.name}`.length),
    ...(request.body.byteLength > 0 && { body: request.body.toString('base64') }),
  };
}
