import { type ContractFlags, readContractOptions } from '../../scripts/contract/options.ts';
import { runContract } from '../../scripts/contract/runContract.ts';

/** Runs the contract as `npm run contract` does without a target, against a mock that answers already. */
const [mockUrl = '', report = ''] = process.argv.slice(2);
const flags: ContractFlags = { report };
await runContract({ ...(await readContractOptions(flags, [])), mockUrl });
