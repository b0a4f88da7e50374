import { joinPointer, member } from '../../../scripts/json/pointer.ts';
import {
  type Case,
  type Expectation,
  type RequestInputs,
  statefulOutcomes,
} from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { identifierMember } from '../../../scripts/resources/identifierMember.ts';
import { changesSomething, isOtherMethod } from '../skipReason.ts';
import { bodyIdentifier, withBodyIdentifier } from './bodyIdentifier.ts';
import type { Identifier, Instance } from './instance.ts';
import { leavesSomething } from './mayMake.ts';
import { obtainAll } from './obtain.ts';
import { onlyOnce } from './onlyOnce.ts';
import type { Store, Use } from './store.ts';
import { lifeOf } from './supposed.ts';
import { type Asked, isMemberTriedOut, isTriedOut } from './triedOut.ts';
import { isWord, unnamedParameter } from './unnamedParameter.ts';
import { wholesale, wholesaleAt } from './wholesale.ts';
import { withUniqueKeys } from './withUniqueKeys.ts';
import { withValues } from './withValues.ts';

interface Planned {
  base: RequestInputs;
  one: Case;
  inputs: RequestInputs;
}

/** A case's request, as this server can be asked it. */
export interface Prepared {
  inputs: RequestInputs;
  expectation: Expectation;
  /** What its path names, the outermost first. */
  chain: readonly Instance[];
  /** Where the request has been sent already: that which makes what nothing deletes is sent once. */
  exchange?: Exchange;
}

/** Puts into a request what this server has; or why that is not known, as a reason to skip the case. */
export async function prepareCase(
  store: Store | undefined,
  operation: Operation,
  planned: Planned,
): Promise<Prepared | string> {
  const { one, base, inputs } = planned;
  if (!store) return { inputs, expectation: one.expectation, chain: [] };
  const isOther = isOtherMethod(operation, inputs);
  const hurts = isOther ? wholesaleAt(store, operation) : wholesale(store, operation);
  if (hurts !== undefined) return hurts;
  if (!isOther && leavesSomething(store, operation)) {
    const once = await onlyOnce(store, operation, planned);
    if (once !== undefined)
      return typeof once === 'string' ? once : { ...once, expectation: one.expectation };
  }
  const about = statementOf(one.expectation);
  const asked = { kind: one.kind, base, inputs, ...(about !== undefined && { about }) };
  return addressCase(store, operation, { one, asked });
}

/** What the request breaks or tries out. */
function statementOf(expectation: Expectation): string | undefined {
  if ('breaks' in expectation) return expectation.breaks;
  return 'tries' in expectation ? expectation.tries : undefined;
}

async function addressCase(
  store: Store,
  operation: Operation,
  { one, asked }: { one: Case; asked: Asked },
): Promise<Prepared | string> {
  const { run, session } = store.server;
  const given = withValues(operation, asked, {
    ...(run.values && { values: run.values }),
    except: Object.keys(session.fields(operation)),
  });
  const valued = withKeys(store, operation, { asked, inputs: given });
  const brought = broughtIdentifiers(operation, asked);
  const name = bodyIdentifier(store, operation);
  const renames = name !== undefined && isMemberTriedOut(asked, name);
  const use = useOf(store, operation, { one, inputs: asked.inputs, renames });
  const numbered = numberTriedOut(store, operation, asked);
  const tried = [...Object.keys(brought).filter((name) => !isListed(operation, name)), ...numbered];
  if (changesSomething(operation, asked.inputs) && isToWork(one) && tried.length > 0) {
    return `it would change whatever has the identifier that it tries out: ${tried.join(', ')}`;
  }
  const unnamed = unnamedParameter(store, operation, brought);
  if (typeof unnamed === 'string') return unnamed;
  const chain = await obtainAll(store, { operation, use, brought });
  if ('reason' in chain) return unknown(operation, chain);
  const named = store.lives.resources.named(operation.operationId);
  const path = named.map(({ parameter }, index) => [parameter, chain[index]?.identifier ?? '']);
  const addressed = { ...valued, path: { ...valued.path, ...unnamed, ...Object.fromEntries(path) } };
  const inputs = renames ? addressed : withBodyIdentifier(store, operation, { inputs: addressed, chain });
  const isMadeUp = one.expectation.outcome === 'accepted' && tried.length > 0;
  // Nobody may own what is made up.
  const expectation = isMadeUp ? ({ ...one.expectation, stateful: true } as const) : one.expectation;
  return { inputs, expectation, chain };
}

/** The member of a body that is the identifier of what is made or changed, if a number is tried out in it: others have such. */
function numberTriedOut(store: Store, operation: Operation, asked: Asked): string[] {
  const life = lifeOf(store, operation);
  const made = life && identifierMember(life.answer);
  const names = [made, bodyIdentifier(store, operation)].flatMap((name) => name || []);
  const isNumber = (name: string) => typeof member(asked.inputs.body, name) === 'number';
  return names.filter((name) => isNumber(name) && isMemberTriedOut(asked, name));
}

/** What the operation's own path says it does: to something new, or to what has an address of e-mail. */
function withKeys(
  store: Store,
  operation: Operation,
  { asked, inputs }: { asked: Asked; inputs: RequestInputs },
): RequestInputs {
  const life = lifeOf(store, operation);
  const isUpdate = store.lives.resources.ownPlace(operation.operationId)?.method === 'update';
  if (!life && !isUpdate) return inputs;
  const natural = life && identifierMember(life.answer);
  return withUniqueKeys(operation, asked, {
    ...{ inputs, natural, token: store.token(), issued: store.issued },
  });
}

function broughtIdentifiers(operation: Operation, asked: Asked): Record<string, Identifier> {
  const tried = operation.parameters.filter(
    ({ in: location, name }) => location === 'path' && isTriedOut(asked, joinPointer('/path', name)),
  );
  const entries = tried.map(({ name }) => [name, member(asked.inputs.path, name) as Identifier]);
  return Object.fromEntries(entries);
}

function isListed(operation: Operation, name: string): boolean {
  return operation.parameters.some((one) => one.in === 'path' && one.name === name && isWord(operation, one));
}

/**
 * What is changed is the operation's own, and what is deleted, or gets another identifier, the case's. What is only read,
 * and what something new is made below, is shared.
 */
function useOf(
  store: Store,
  operation: Operation,
  { one, inputs, renames }: { one: Case; inputs: RequestInputs; renames: boolean },
): Use {
  if (isOtherMethod(operation, inputs) || !changesSomething(operation, inputs) || lifeOf(store, operation))
    return 'shared';
  const { outcome } = one.expectation;
  const usesUp = operation.method === 'DELETE' || renames || outcome === 'visible';
  return usesUp && isToWork(one) ? 'fresh' : 'own';
}

const toWork = new Set<Expectation['outcome']>(['accepted', 'answered', ...statefulOutcomes]);

function isToWork({ expectation }: Case): boolean {
  return toWork.has(expectation.outcome);
}

function unknown(
  { operationId }: Operation,
  { reason, parameter }: { reason: string; parameter: string },
): string {
  const line = `\`${operationId}: {${parameter}: …}\``;
  return `nothing is known to put in place of {${parameter}} (${reason}); add to the file of --values: ${line}`;
}
