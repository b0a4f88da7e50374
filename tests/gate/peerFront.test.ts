import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { PeerFault, PeerRequest } from '../../scripts/model/peerFault.ts';
import { askServer } from './askServer.ts';
import { type PeerFront, startPeerFront } from './detection/peers/startPeerFront.ts';
import { marinaDocument } from './marinaDocument.ts';

let front: PeerFront;
beforeAll(async () => {
  const api = apiOf('marina', JSON.parse(JSON.stringify(marinaDocument)) as JsonObject);
  front = await startPeerFront({ apis: [api], seed: 1, most: Number.POSITIVE_INFINITY });
});
afterAll(() => front[Symbol.asyncDispose]());

function requestOf({ shows: [id] }: PeerFault): PeerRequest[] {
  return [front.world.requests.find((one) => one.id === id) ?? []].flat();
}

async function ask({ api, method, target, headers, body = '' }: PeerRequest) {
  const request = { method, target: `/${api}${target}`, headers, body: Buffer.from(body, 'base64') };
  return askServer(front.world.url, request).catch(() => undefined);
}

test('of the truth nothing is told', async () => {
  front.turnTo(undefined);
  const answers = await Promise.all(front.world.requests.map(ask));
  expect(answers.map((answer) => answer?.status)).toEqual(front.world.requests.map(({ status }) => status));
  expect(front.turnTo(undefined)).toEqual([]);
});

test('each pass tells every lie of its own to who asks for it, and no other', async () => {
  const passes = Map.groupBy(front.world.faults, ({ pass }) => pass);
  expect(passes.size).toBeGreaterThan(10);
  for (const [pass, lies] of passes) {
    front.turnTo(pass);
    const heard = lies.filter((lie) => requestOf(lie).length > 0);
    await Promise.all(heard.flatMap(requestOf).map(ask));
    expect(front.turnTo(undefined).toSorted()).toEqual(heard.map(({ id }) => id).toSorted());
  }
});

test('a lie about the status is not lied about again', async () => {
  const lies = front.world.faults.filter(
    ({ fault }) => fault === 'answers with another status than it is asked for',
  );
  expect(lies.length).toBeGreaterThan(1);
  for (const lie of lies) {
    front.turnTo(lie.pass);
    await Promise.all(requestOf(lie).map(ask));
    expect(front.turnTo(undefined)).toEqual([lie.id]);
  }
});
