import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { isObject } from '../json/pointer.ts';
import type { Api } from '../model/api.ts';
import { DocumentError } from '../model/errors.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { Stories, Story } from '../model/story.ts';
import { text } from './readNode.ts';
import type { RegisteredApi } from './registry.ts';
import { operationIdOf, storyFaults } from './storyFaults.ts';

/** Where the stories of an API stand, if it has any: beside its root document. */
export function storiesFile({ root }: Pick<RegisteredApi, 'root'>): string | undefined {
  const file = join(dirname(root), 'workflows.arazzo.yaml');
  return existsSync(file) ? file : undefined;
}

interface Input {
  /** Absolute path. */
  file: string;
  api: Api;
  projectRoot: string;
}

/**
 * Reads the stories of an API.
 * @throws {DocumentError} if they cannot be read or told; the first reason
 */
export function readStories({ file, api, projectRoot }: Input): Stories {
  const name = relative(projectRoot, file);
  const document = parseStories(file, name);
  const operations = new Map(api.operations.map((operation) => [operation.operationId, operation]));
  const [fault] = storyFaults(document, new Set(operations.keys()));
  if (fault) throw new DocumentError(fault.message, { file: name, ...fault });
  const [source] = objects(document.sourceDescriptions);
  return {
    file,
    source: text(source?.name),
    stories: objects(document.workflows).map((workflow) => storyOf(workflow, operations)),
  };
}

function parseStories(file: string, name: string): JsonObject {
  try {
    const document = parse(readFileSync(file, 'utf8')) as Json;
    if (isObject(document)) return document;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [start] = error.linePos ?? [];
    throw new DocumentError(`it is not valid YAML: ${error.message.split('\n', 1)[0]}`, {
      file: name,
      ...(start && { line: start.line, column: start.col }),
      repair: 'Correct the syntax there.',
    });
  }
  throw new DocumentError('it is no object', { file: name, repair: 'Write an Arazzo document into it.' });
}

function storyOf(workflow: JsonObject, operations: ReadonlyMap<string, Operation>): Story {
  const properties = isObject(workflow.inputs) ? workflow.inputs.properties : undefined;
  return {
    workflowId: text(workflow.workflowId),
    summary: text(workflow.summary),
    inputs: Object.entries(isObject(properties) ? properties : {}).map(([name, schema]) => ({
      name,
      type: (isObject(schema) && text(schema.type)) || 'string',
    })),
    steps: objects(workflow.steps).flatMap((step) => {
      const operation = operations.get(operationIdOf(step) ?? '');
      return operation ? [{ stepId: text(step.stepId), operation }] : [];
    }),
  };
}

function objects(list: Json | undefined): JsonObject[] {
  return (Array.isArray(list) ? list : []).filter(isObject);
}
