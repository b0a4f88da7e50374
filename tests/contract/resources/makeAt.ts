import { problemsOf } from '../../../scripts/cases/problems.ts';
import { storiesOf } from '../../../scripts/cases/stories.ts';
import type { Life } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { identifierMember } from '../../../scripts/resources/identifierMember.ts';
import { nameOf } from '../checks/sentences.ts';
import { ask } from './ask.ts';
import type { Address } from './instance.ts';
import { noteMade } from './noteMade.ts';
import type { OnlyMade, Store } from './store.ts';
import { withUniqueKeys } from './withUniqueKeys.ts';
import { withValues } from './withValues.ts';

interface Making extends Address {
  /** What needs it; absent: a case that is told of. */
  operation?: Operation;
}

/** Makes one thing at an address: the first story of its maker, with names of its own. */
export async function makeAt(
  store: Store,
  life: Life,
  { path, chain, operation }: Making,
): Promise<OnlyMade | { reason: string }> {
  const { maker } = life;
  const base = storiesOf(maker, maker.requestBody?.content[0])[0]?.inputs ?? {};
  if (problemsOf(maker, base).length > 0) return { reason: `no valid request to ${nameOf(maker)} is known` };
  const asked = { kind: 'example', base, inputs: base } as const;
  const keyed = withUniqueKeys(maker, asked, {
    inputs: withValues(maker, asked, store.server.run),
    natural: identifierMember(life.answer),
    token: store.token(),
    issued: store.issued,
  });
  const inputs = { ...keyed, path: { ...base.path, ...path } };
  const purpose = operation && `to have what ${nameOf(operation)} names`;
  const exchange = await ask(store, { operation: maker, inputs, ...(purpose !== undefined && { purpose }) });
  if (typeof exchange === 'string') return { reason: exchange };
  return { inputs, exchange, found: noteMade(store, life, { inputs, exchange, parents: chain }) };
}
