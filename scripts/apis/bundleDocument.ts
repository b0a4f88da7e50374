import { relative, sep } from 'node:path';
import { bundle, createConfig, getLineColLocation } from '@redocly/openapi-core';
import { isObject } from '../json/pointer.ts';
import { DocumentError } from '../model/errors.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { LocalResolver } from './localResolver.ts';

/**
 * A document and the files that it names, as one: every `$ref` in it points into it.
 * @param file absolute path of the root document
 * @throws {DocumentError} if a file cannot be read or a `$ref` leads nowhere
 */
export async function bundleDocument(file: string, projectRoot: string): Promise<JsonObject> {
  const resolver = new LocalResolver(projectRoot);
  const config = await createConfig({});
  const { bundle: bundled, problems } = await bundle({ ref: file, config, externalRefResolver: resolver });
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem) {
    const [at] = problem.location;
    const { start } = at ? getLineColLocation(at) : { start: undefined };
    // The reason of the file system names the file by its place on this machine.
    throw new DocumentError(problem.message.replaceAll(`${projectRoot}${sep}`, ''), {
      file: relative(projectRoot, at?.source.absoluteRef ?? file),
      ...(start && { line: start.line, column: start.col }),
      ...(at?.pointer && { pointer: at.pointer.replace(/^#/, '') }),
      repair: 'Correct the `$ref`, or add the file that it names.',
    });
  }
  // Through JSON, so that what is judged is what is written: no aliases, no dates, no undefined.
  const document = JSON.parse(JSON.stringify(bundled.parsed)) as Json;
  if (!isObject(document)) {
    throw new DocumentError('the document is no object', {
      file: relative(projectRoot, file),
      repair: 'Write an OpenAPI document into it.',
    });
  }
  return document;
}
