import { join } from 'node:path';
import { type Config, getLineColLocation, lintConfig, loadConfig } from '@redocly/openapi-core';
import { REGISTRY_FILE } from '../apis/projectRoot.ts';
import { DocumentError } from '../model/errors.ts';

/**
 * Loads `redocly.yaml` with its plugins.
 * @throws {DocumentError} if Redocly would ignore a part of it, or a plugin cannot be loaded
 */
export async function loadLintConfig(projectRoot: string): Promise<Config> {
  const config = await load(join(projectRoot, REGISTRY_FILE));
  const [problem] = await lintConfig({ config });
  const location = problem?.location[0];
  if (!problem || !location) return config;
  const { start } = getLineColLocation(location);
  throw new DocumentError(problem.message, {
    file: REGISTRY_FILE,
    line: start.line,
    column: start.col,
    ...(location.pointer && { pointer: location.pointer.replace(/^#\/?$|^#/, '') }),
    repair: 'Correct the configuration of lint there.',
  });
}

/**
 * After a lint run: every rule that `redocly.yaml` names has run.
 * @throws {DocumentError} on a name that no rule has
 */
export function refuseUnknownRules(config: Config): void {
  const [unknown] = config.getUnusedRules().rules;
  if (unknown === undefined) return;
  throw new DocumentError(`there is no rule \`${unknown}\``, {
    file: REGISTRY_FILE,
    pointer: `/rules/${unknown.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    repair: 'Correct the name, or take the entry out.',
  });
}

async function load(configPath: string): Promise<Config> {
  try {
    return await loadConfig({ configPath });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    const fault = { file: REGISTRY_FILE, repair: 'Correct it, or the plugin that it names.' };
    throw new DocumentError(`it cannot be loaded: ${reason}`, fault, { cause: error });
  }
}
