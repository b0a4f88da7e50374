import { credentialNames, type User } from '../../../../scripts/apis/credentialNames.ts';
import type { Api } from '../../../../scripts/model/api.ts';
import { loginNames } from '../../../../scripts/request/loginNames.ts';
import { createLiveSender } from '../../../contract/live/liveSender.ts';
import { createStopSwitch } from '../../../contract/live/stopSwitch.ts';
import type { RunContext } from '../../../contract/runContext.ts';
import { createTarget, type Target } from '../../../contract/target.ts';

interface Live {
  api: Api;
  baseUrl: string;
  seed: number;
  /** Whether what the cases ask for themselves is given up soon; what they need before and after is not. */
  isHasty?: boolean;
}

/** How long one answer may take: as in a run, and where it never ends. In milliseconds. */
const patience = 30_000;
const haste = 2000;

/**
 * What a run with `--target` and `--allow-writes` has for its target: sender, session and store of its own, and two users. All
 * operations are named, as by `--only`: some are asked so only, and nothing else has to be spared.
 */
export function liveTarget({ api, baseUrl, seed, isHasty = false }: Live): Target {
  const limits = { concurrency: 8, timeout: patience, maxDuration: 600_000 };
  const run: RunContext = {
    ...{ mode: 'live', apis: {}, seed, allowWrites: true, allowLeftovers: true, failOn: 'violation' },
    ...{ only: api.operations.map(({ operationId }) => operationId), exclude: [], headers: {}, limits },
  };
  const environment = { ...fakeEnvironment(api), ...fakeEnvironment(api, 'other') };
  const stopSwitch = createStopSwitch();
  const target = createTarget({ api, baseUrl, run, environment, stopSwitch });
  if (!isHasty) return target;
  const hasty = { ...limits, timeout: haste };
  const { send } = createLiveSender({ api, baseUrl, allowWrites: true, limits: hasty, stopSwitch });
  return { ...target, send };
}

/**
 * Credentials as a user has them in the environment: with what gets a token, rather than a token, so that what ends a session
 * can have one of its own. The mock knows whatever begins with `fake-`.
 */
function fakeEnvironment(api: Api, user?: User): NodeJS.ProcessEnv {
  const names = api.securitySchemes.flatMap((scheme) => {
    const logins = loginNames(api, scheme, user).map(({ field, variable }) => ({ variable, part: field }));
    return logins.length > 0
      ? logins
      : credentialNames(api, user).filter((one) => one.scheme === scheme.name);
  });
  return Object.fromEntries(
    names.map(({ variable, part }) => [variable, `fake-${part}-${user ? '0002' : '0001'}`]),
  );
}
