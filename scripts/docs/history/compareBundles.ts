import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiOf } from '../../apis/readApi.ts';
import { evidenceDiff } from '../../diff/evidenceDiff.ts';
import { redoclyDiff } from '../../diff/redoclyDiff.ts';
import { writeAtomically } from '../../files/writeAtomically.ts';
import { DocumentError } from '../../model/errors.ts';
import type { JsonObject } from '../../model/json.ts';
import type { VersionDiff } from './history.ts';

interface Bundles {
  name: string;
  before: string;
  after: string;
  /** A folder of what was compared before; both texts and this format name an entry. */
  cache: string;
}

/** Changed with what is kept, or with what makes it. */
const format = 1;

/** What one bundle changed of another, kept for the next time; `undefined` where they cannot be compared. */
export async function compareBundles({
  name,
  before,
  after,
  cache,
}: Bundles): Promise<VersionDiff | undefined> {
  const key = createHash('sha256')
    .update(JSON.stringify([format, before, after]))
    .digest('hex')
    .slice(0, 32);
  const file = join(cache, `${key}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as VersionDiff;
  const diff = await compare({ name, before, after });
  if (diff) await writeAtomically(file, JSON.stringify(diff));
  return diff;
}

async function compare({ name, before, after }: Omit<Bundles, 'cache'>): Promise<VersionDiff | undefined> {
  try {
    const changes = await redoclyDiff({ before, after, file: `generated/${name}/openapi.json` });
    const [former, current] = [before, after].map((text) => apiOf(name, JSON.parse(text) as JsonObject));
    return {
      breaking: changes.filter(({ impact }) => impact === 'major'),
      other: changes.filter(({ impact }) => impact !== 'major'),
      evidence: former && current ? evidenceDiff({ before: former, after: current }) : [],
    };
  } catch (error) {
    // A former version need not be one that today's tools can read.
    if (error instanceof DocumentError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
