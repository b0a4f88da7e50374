import type { ClientPeer } from '../clientPeer.ts';

/** A consumer of a client that has a function per operation. @param module which exports them */
export function functionConsumer(module: string): ClientPeer['consumer'] {
  return ({
    list,
    get,
    parameter,
    value,
  }) => `import { ${list.operationId}, ${get.operationId} } from '${module}';
const list = await ${list.operationId}();
if (list.data) console.log(list.data);
const one = await ${get.operationId}({ path: { ${parameter}: ${JSON.stringify(value)} } });
if (one.data) console.log(one.data);
`;
}
