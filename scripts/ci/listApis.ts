import { readRegistry } from '../apis/registry.ts';

/** The registry's APIs as an output of a workflow's step: `apis=["a","b"]`. */
console.log(`apis=${JSON.stringify(readRegistry().map(({ name }) => name))}`);
