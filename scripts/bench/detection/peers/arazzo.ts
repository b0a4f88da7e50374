import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { bundleFile } from '../../../apis/readApi.ts';
import { runBin } from '../../../lint/runBin.ts';
import type { Api } from '../../../model/api.ts';
import { mockSession } from './mockSession.ts';
import type { PeerSetting } from './peer.ts';

/** The description of an API that Redocly generated, and what it takes to run it. */
export interface Arazzo {
  api: string;
  /** In the peer's folder. */
  file: string;
  /** Name of the source description, by which its server is replaced. */
  source: string;
  /** By workflow. */
  operationIds: Map<string, string>;
  /** Credentials, by security scheme. */
  input: Record<string, string>;
}

interface Description {
  sourceDescriptions: { name: string }[];
  workflows: { workflowId: string; inputs?: object; steps: { operationId?: string }[] }[];
}

/**
 * Has Redocly generate workflows of an API's bundle.
 * @throws {Error} if it does not; it says what Redocly said
 */
export async function prepareArazzo(api: Api, { root, folder, world }: PeerSetting): Promise<Arazzo> {
  const file = `${api.name}.arazzo.yaml`;
  await writeFile(join(folder, 'redocly.yaml'), 'telemetry: off\n');
  await copyFile(bundleFile(root, api.name), join(folder, `${api.name}.json`));
  const { exitCode, stderr } = await runBin({
    ...{ package: '@redocly/cli', bin: 'redocly', cwd: folder },
    args: ['generate-arazzo', `${api.name}.json`, '--output-file', file],
  });
  if (exitCode !== 0)
    throw new Error(`Redocly generates no workflows of ${api.name}: ${stderr.trim().slice(-500)}`);
  const description = parse(await readFile(join(folder, file), 'utf8')) as Description;
  const input = await credentials(api, `${world.url}/${api.name}`);
  takeInputs(description, Object.keys(input));
  await writeFile(join(folder, file), stringify(description));
  const { sourceDescriptions, workflows } = description;
  return {
    ...{ api: api.name, file, source: sourceDescriptions[0]?.name ?? api.name },
    operationIds: new Map(workflows.map(({ workflowId, steps }) => [workflowId, operationOf(steps)])),
    input,
  };
}

/** A generated workflow names one input, whatever its step uses; Respect then refuses a step that needs two. */
function takeInputs({ workflows }: Description, names: string[]): void {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  for (const workflow of workflows) workflow.inputs = { type: 'object', properties };
}

/** `getThing` of `$sourceDescriptions.things.getThing`. */
function operationOf([first]: Description['workflows'][0]['steps']): string {
  return first?.operationId?.replace(/^\$sourceDescriptions\.[^.]+\./, '') ?? '';
}

/** Respect itself writes `Bearer` before a token, and nothing before a key. */
async function credentials(api: Api, baseUrl: string): Promise<Record<string, string>> {
  const session = mockSession(api, baseUrl);
  const inputs: Record<string, string> = {};
  for (const { name, type } of api.securitySchemes) {
    const [placed] = await session.credentials([name]);
    if (placed) inputs[name] = type === 'apiKey' ? placed.value : placed.value.replace(/^Bearer /, '');
  }
  return inputs;
}
