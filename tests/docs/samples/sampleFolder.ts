import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialNames, variableOf } from '../../../scripts/apis/credentialNames.ts';
import { samplesOf } from '../../../scripts/docs/samples/samplesOf.ts';
import type { Api } from '../../../scripts/model/api.ts';

/** The samples of an API in one language, as files in a folder of their own, with all that they read. */
export interface SampleFolder {
  folder: string;
  /** Names of the files, by operation. */
  names: string[];
  environment: Record<string, string>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface Options {
  label: string;
  ending: string;
  /** What a sample is changed by so that it can be run here: its server, its imports. */
  adapt(source: string): string;
}

export async function sampleFolder(api: Api, { label, ending, adapt }: Options): Promise<SampleFolder> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'samples-')));
  const names: string[] = [];
  for (const operation of api.operations) {
    const { samples, files } = await samplesOf(api, operation);
    const source = samples.find((one) => one.label === label)?.source;
    if (source === undefined) throw new Error(`${operation.operationId} has no sample called ${label}.`);
    const name = `${operation.operationId}.${ending}`;
    names.push(name);
    await writeFile(join(folder, name), adapt(source));
    for (const file of files) await writeFile(join(folder, file.name), file.bytes);
  }
  return {
    folder,
    names,
    environment: environmentOf(api),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Credentials that the mock takes. */
export function environmentOf(api: Api): Record<string, string> {
  const own = credentialNames(api).map(({ variable, part }) => [
    variable,
    `fake-${part.replaceAll('_', '-')}`,
  ]);
  return Object.fromEntries([...own, [variableOf(api.name, 'access_token'), 'fake-token-0001']]);
}
