import { type TestContext, test } from 'vitest';
import type { Case, CaseKind, Change, Expectation, RequestInputs } from '../../scripts/model/case.ts';
import type { CaseResult, Preparation } from '../../scripts/model/report.ts';
import { privateError } from './privacy/privateError.ts';
import { isStateful, runStateful } from './resources/runStateful.ts';
import { type Run, runCase, unanswered } from './runCase.ts';
import { isSelected } from './selection.ts';
import type { Target } from './target.ts';
import { targetOf } from './targetOf.ts';
import { usageOf } from './usageOf.ts';

/** The words of the generated tests: each makes one case of the base request, by a change to it. */
interface CaseLines {
  /** A valid request: 2xx. It may be there to try out the statement at `tries`. */
  accepts(title: string, change?: Change, tries?: string): void;
  /** A request that breaks the statement at `breaks`: 4xx. */
  refuses(title: string, change: Change, breaks: string): void;
  /** A request without valid credentials, which the statement at `breaks` asks for: 401 or 403. */
  denies(title: string, change: Change, breaks: string): void;
  /** A body of a media type that the operation does not describe: 415. */
  knowsNoMediaType(title: string, change: Change): void;
  /** A method that the path does not describe: 405 with `Allow`. */
  knowsNoMethod(title: string, change: Change): void;
  /** A resource that nobody owns: 404. */
  findsNothing(title: string, change: Change): void;
  /** A documented status that a mock is asked for. */
  answers(title: string, change: Change, status: string): void;
  /** A valid request that makes something: the operations named `by` show it afterwards. */
  showsCreated(title: string, change: Change, ...by: string[]): void;
  /** The same: they show it to no other user. */
  keepsPrivate(title: string, change: Change, ...by: string[]): void;
  /** One that changes something: they show it changed. */
  showsUpdated(title: string, change: Change, ...by: string[]): void;
  /** One that deletes something: they show it no more. */
  showsNoMore(title: string, change: Change, ...by: string[]): void;
  /** Random requests, where the run asks for them: `--fuzz`. */
  fuzzes(title: string): void;
  /** What cannot be asked at all. */
  skips(title: string, reason: string): void;
}

/**
 * Opens the cases of one operation; called inside its `describe`.
 * @throws {Error} if the bundle has no such operation: the generated tests are stale
 */
export function given(apiName: string, operationId: string, base: RequestInputs): CaseLines {
  const target = targetOf(apiName);
  const operation = target.api.operations.find((one) => one.operationId === operationId);
  if (!operation) throw new Error(`${apiName} has no operation ${operationId}. Run \`npm run generate\`.`);
  const selected = isSelected(target, operation);
  // Each that ends a session may end those of the others.
  const define = operation.endsSession && target.run.mode === 'live' ? test : test.concurrent;
  const run = (title: string, runOne: (suite: string) => Promise<Run>) => {
    if (!selected) return;
    define(title, async (context) => {
      const tell = (told: Run) => {
        const preparation = takePreparation(target);
        context.task.meta.contract = { api: apiName, operationId, ...told, preparation };
      };
      const suite = suiteOf(context);
      const told = await runOne(suite).catch((thrown) => {
        const stop = target.stop?.();
        // For want of a token, say: of a run that is over, that is the reason.
        if (stop) return unanswered({ ...skippedCase(title, suite), reason: stop.reason });
        const error = privateError(thrown, target);
        tell(unrun(title, suite, error));
        throw error;
      });
      tell(told);
      conclude(context, target, told.result);
    });
  };
  const line = (title: string, change: Change, expectation: Expectation, skip?: string) => {
    const one: Case = {
      title,
      kind: kindOf(title),
      change,
      expectation,
      ...(skip !== undefined && { skip }),
    };
    const runOne = skip === undefined && isStateful(expectation) ? runStateful : runCase;
    run(title, (suite) => runOne(target, operation, { base, one, suite }));
  };
  const at = (address: string) => usageOf(operation, address, base.contentType);
  return {
    accepts: (title, change = {}, tries) =>
      line(title, change, { outcome: 'accepted', ...(tries !== undefined && { tries: at(tries) }) }),
    refuses: (title, change, breaks) => line(title, change, { outcome: 'refused', breaks: at(breaks) }),
    denies: (title, change, breaks) => line(title, change, { outcome: 'unauthorized', breaks: at(breaks) }),
    knowsNoMediaType: (title, change) => line(title, change, { outcome: 'unsupported-media-type' }),
    knowsNoMethod: (title, change) => line(title, change, { outcome: 'method-not-allowed' }),
    findsNothing: (title, change) => line(title, change, { outcome: 'not-found' }),
    answers: (title, change, status) => line(title, change, { outcome: 'status', status }),
    showsCreated: (title, change, ...by) => line(title, change, { outcome: 'readable', by }),
    keepsPrivate: (title, change, ...by) => line(title, change, { outcome: 'private', by }),
    showsUpdated: (title, change, ...by) => line(title, change, { outcome: 'visible', by }),
    showsNoMore: (title, change, ...by) => line(title, change, { outcome: 'gone', by }),
    fuzzes: (title) => {
      if (!target.run.fuzz) return;
      run(title, async (suite) => {
        // Loaded only where it is asked for: it takes a while.
        const { runFuzz } = await import('./fuzz/runFuzz.ts');
        return runFuzz(target, { operation, base, suite, title });
      });
    },
    skips: (title, reason) => line(title, {}, { outcome: 'accepted' }, reason),
  };
}

/** The requests that no case made, since this was asked last. */
function takePreparation({ store, memory }: Target): Preparation[] {
  return [store, memory?.store].flatMap((one) => one?.preparation.splice(0) ?? []);
}

/** A title's first word is its kind. */
function kindOf(title: string): CaseKind {
  return title.split(' ', 1).join('') as CaseKind;
}

/** An operation with several request media types has a `describe` for each. */
function suiteOf({ task }: TestContext): string {
  return task.suite?.name ?? '';
}

/** A case whose own code broke, for want of a token say, is told as well; the run ends with the error. */
function unrun(title: string, suite: string, { message }: Error): Run {
  const [reason] = message.split('\n', 1);
  return unanswered({ ...skippedCase(title, suite), reason: `it could not be run: ${reason}` });
}

function skippedCase(title: string, suite: string) {
  const known = { id: `${suite} ${title}`, kind: kindOf(title), durationMs: 0, findings: [] };
  return { ...known, outcome: 'skipped' as const };
}

function conclude(context: TestContext, { run }: Target, result: CaseResult): void {
  if (result.outcome === 'skipped') context.skip(result.reason);
  const fatal = result.outcome === 'failed' || (result.outcome === 'drifted' && run.failOn === 'drift');
  if (fatal) throw new ContractBroken(result);
}

/** Its stack would show our own code: what broke is the target's. */
class ContractBroken extends Error {
  override readonly name = 'ContractBroken';

  constructor({ findings, curl }: CaseResult) {
    super([...findings.map(({ check, message }) => `${check}: ${message}`), curl ?? ''].join('\n'));
    this.stack = '';
  }
}
