import { readFile } from 'node:fs/promises';
import { apiOf, bundleFile, readApi } from '../apis/readApi.ts';
import { isObject } from '../json/pointer.ts';
import { DocumentError } from '../model/errors.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { ApiDiff } from './apiDiff.ts';
import { evidenceDiff } from './evidenceDiff.ts';
import { redoclyDiff } from './redoclyDiff.ts';

interface Comparison {
  root: string;
  name: string;
  /** The text of its bundle at the revision; `undefined` where there is none. */
  before: string | undefined;
  /** How the revision is called in an error. */
  base: string;
}

/**
 * What changed in an API of the registry since a revision.
 * @throws {DocumentError} if one of the bundles cannot be read
 */
export async function diffApi({ root, name, before, base }: Comparison): Promise<ApiDiff> {
  const api = await readApi({ root, name });
  if (before === undefined) return unchanged(name, 'new');
  const former = apiOf(name, parseBase({ before, name, base }));
  const after = await readFile(bundleFile(root, name), 'utf8');
  if (before === after) return unchanged(name, 'compared');
  const changes = await redoclyDiff({ before, after, file: `generated/${name}/openapi.json` });
  return {
    api: name,
    status: 'compared',
    breaking: changes.filter(({ impact }) => impact === 'major'),
    other: changes.filter(({ impact }) => impact !== 'major'),
    evidence: evidenceDiff({ before: former, after: api }),
  };
}

export function unchanged(api: string, status: ApiDiff['status']): ApiDiff {
  return { api, status, breaking: [], other: [], evidence: [] };
}

function parseBase({ before, name, base }: { before: string; name: string; base: string }): JsonObject {
  const fault = {
    file: `${base}:generated/${name}/openapi.json`,
    repair: 'Compare with another revision: --base REF.',
  };
  let document: Json;
  try {
    document = JSON.parse(before) as Json;
  } catch (cause) {
    throw new DocumentError('the bundle is not valid JSON', fault, { cause });
  }
  if (!isObject(document)) throw new DocumentError('the bundle is no JSON object', fault);
  return document;
}
