import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiFacts } from './fact.ts';
import { readFacts } from './readFacts.ts';

/**
 * The facts of an API, from `<name>.facts.yaml` beside this file; `undefined` where there is none.
 * @throws {DocumentError} as `readFacts` does
 */
export function readFactFile(name: string): ApiFacts | undefined {
  const file = `tests/fidelity/${name}.facts.yaml`;
  const path = join(import.meta.dirname, `${name}.facts.yaml`);
  return existsSync(path) ? readFacts(readFileSync(path, 'utf8'), file) : undefined;
}
