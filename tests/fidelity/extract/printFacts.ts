/** `node tests/fidelity/extract/printFacts.ts PAGE.txt`: DentalRay's facts, to be written to dentalray.facts.yaml. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { readDecisions } from './decision.ts';
import { deriveFacts } from './deriveFacts.ts';
import { readPage } from './readPage.ts';
import { renderFacts } from './renderFacts.ts';
import { serverOf } from './serverOf.ts';

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error(
    'Usage: node tests/fidelity/extract/printFacts.ts PAGE.txt > tests/fidelity/dentalray.facts.yaml',
  );
  process.exit(2);
}

const head = ` What DentalRay's page states, and nothing else; README.md explains the format. Derived from the page, which is not in
 this repository, and from extract/dentalray.decisions.yaml, which says why where the page blurs or contradicts itself:
 node tests/fidelity/extract/printFacts.ts <sources>/dentalray.txt > tests/fidelity/dentalray.facts.yaml`;

const sections = readPage(await readFile(path, 'utf8'));
const decisions = readDecisions(await readFile(new URL('dentalray.decisions.yaml', import.meta.url), 'utf8'));
const document = basename(path);
const root: JsonObject[] = [
  {
    source: { document, section: 'Example requests' },
    root: { 'servers/0/url': serverOf(sections) },
  },
  {
    source: { document, section: 'Authenticating requests' },
    root: { 'components/securitySchemes/bearer': { type: 'http', scheme: 'bearer' } },
  },
];
process.stdout.write(renderFacts({ head, document, root, groups: deriveFacts(sections, decisions) }));
