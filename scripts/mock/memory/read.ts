import type { Answer } from '../http/answer.ts';
import { showRecord } from './showRecord.ts';
import type { StoredRecord } from './storedRecord.ts';
import type { Turn } from './turn.ts';

/**
 * What is held under the last identifier of the path; as the document has it where the answer is no
 * JSON, or the path goes on (but for a file that was uploaded).
 */
export async function read(turn: Turn): Promise<Answer> {
  const { operation, role, named } = turn;
  const record = named.at(-1)?.record;
  const answer = await turn.described(record?.story);
  if (!record) return answer;
  if (!role.method)
    return operation.method === 'GET' ? withUpload(answer, { record, files: role.files }) : answer;
  const isOwn = record.story !== undefined && role.stories.has(record.story);
  return showRecord(answer, { operation, record, at: role.shows, sayable: role.sayable, isOwn });
}

/** Of whatever media type it was: a file that came is given back where the document says no more than that it is bytes. */
function withUpload(
  answer: Answer,
  { record, files }: { record: StoredRecord; files: readonly string[] },
): Answer {
  const uploaded = files.map((name) => record.members[name]).find((value) => typeof value === 'string');
  if (uploaded === undefined || answer.headers['content-type'] !== 'application/octet-stream') return answer;
  return { ...answer, body: Buffer.from(uploaded, 'latin1') };
}
