import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBin } from '../lint/runBin.ts';
import { DocumentError } from '../model/errors.ts';
import type { Change } from './apiDiff.ts';
import { isEvidenceMark } from './evidenceMarks.ts';

/** A change as `redocly diff --format json` tells it (report version 1), as far as it is read here. */
interface ReportedChange {
  path: string;
  typeName: string;
  kind: Change['kind'];
  impact: Change['impact'];
  verdicts: { ruleId: string; message: string }[];
  property?: string;
  /** Where it stands in either bundle; only one of them has what was added or removed. */
  base?: { pointer: string };
  revision?: { pointer: string };
}

/**
 * A configuration of its own, since the project's is about lint: without `diff-recommended` a removed path would count
 * as harmless.
 */
const config = 'extends:\n  - diff-recommended\ntelemetry: off\n';

interface Bundles {
  /** The texts of the bundles. */
  before: string;
  after: string;
  /** What to call the file in an error. */
  file: string;
}

/**
 * The changes from one bundle to another, without those of evidence marks.
 * @throws {DocumentError} if `redocly diff` cannot compare them
 */
export async function redoclyDiff(bundles: Bundles): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), 'diff-'));
  try {
    await writeFile(join(folder, 'config.yaml'), config);
    await writeFile(join(folder, 'before.json'), bundles.before);
    await writeFile(join(folder, 'after.json'), bundles.after);
    const output = await runBin({
      package: '@redocly/cli',
      bin: 'redocly',
      args: [
        'diff',
        'before.json',
        'after.json',
        '--config',
        'config.yaml',
        '--format',
        'json',
        '--fail-on',
        'none',
      ],
      cwd: folder,
    });
    if (output.exitCode !== 0) throw incomparable(bundles.file, output.stderr);
    return readReport(output.stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function incomparable(file: string, stderr: string): DocumentError {
  return new DocumentError(`it cannot be compared with what it was:\n${stderr.trim()}`, {
    file,
    repair: 'Write it anew with `npm run generate`, or compare with another revision: --base REF.',
  });
}

function readReport(stdout: string): Change[] {
  const report = JSON.parse(stdout) as { reportVersion: string; changes: ReportedChange[] };
  if (report.reportVersion !== '1') {
    throw new Error(`redocly diff now writes report version ${report.reportVersion}; this reads version 1.`);
  }
  return report.changes.filter((change) => !isEvidenceMark(change)).map(toChange);
}

function toChange({ path, kind, impact, verdicts, property, base, revision }: ReportedChange): Change {
  const place = (kind === 'removed' ? base : revision) ?? { pointer: path };
  return {
    kind,
    impact,
    pointer: withoutHash(place.pointer),
    usage: withoutHash(path),
    ...(property !== undefined && { member: property }),
    reasons: verdicts.map(({ ruleId, message }) => ({ rule: ruleId, message })),
  };
}

function withoutHash(fragment: string): string {
  return fragment.replace(/^#/, '');
}
