import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { Method, Operation } from '../model/operation.ts';
import { readRequestBody, readResponses } from './readContent.ts';
import { child, children, flag, type Node, text } from './readNode.ts';
import { readParameters } from './readParameters.ts';
import { readSecurity } from './readSecurity.ts';
import { statementAt } from './statementAt.ts';
import { listStatements, type Unstated } from './statements.ts';

const methods: Method[] = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/** The operations of a path item, in the order in which it writes them. */
function readPathItem(root: Node, path: string, pathItem: Node): Operation[] {
  return Object.keys(pathItem.node).flatMap((key) => {
    const method = methods.find((known) => known.toLowerCase() === key);
    const node = method && child(pathItem, key);
    return node ? [readOperation({ root, path, pathItem, method, node })] : [];
  });
}

interface OperationParts {
  root: Node;
  path: string;
  pathItem: Node;
  method: Method;
  node: Node;
}

function readOperation(parts: OperationParts): Operation {
  const { root, path, pathItem, method, node: at } = parts;
  const { node, document, pointer, usage } = at;
  const requestBody = readRequestBody(at);
  const source = readSource(node['x-source']);
  const operation: Unstated = {
    operationId: text(node.operationId) || `${method} ${path}`,
    method,
    path,
    tag: firstTag(node.tags),
    summary: text(node.summary),
    description: text(node.description),
    deprecated: flag(node.deprecated),
    parameters: readParameters(pathItem, at),
    ...(requestBody && { requestBody }),
    responses: readResponses(at),
    security: readSecurity(root, at),
    ...(source && { source }),
    ...(text(node['x-effect']) && { effect: text(node['x-effect']) }),
    endsSession: node['x-ends-session'] !== undefined && node['x-ends-session'] !== false,
    callbacks: readCallbacks(root, at),
    document,
    pointer,
    usage,
  };
  return withStatements(operation);
}

/** Listed when first asked for: a mock or a client of a large document never asks. */
function withStatements(unstated: Unstated): Operation {
  let listed: Operation['statements'] | undefined;
  const operation = Object.defineProperties(unstated, {
    statements: {
      get: () => {
        listed ??= listStatements(unstated);
        return listed;
      },
    },
    statementAt: { value: (usage: string) => statementAt(operation, usage) },
  }) as Operation;
  return operation;
}

function readCallbacks(root: Node, operation: Node): Operation[] {
  return children(operation, 'callbacks').flatMap(([, callback]) =>
    Object.keys(callback.node)
      .filter((expression) => !expression.startsWith('x-'))
      .flatMap((expression) => {
        const pathItem = child(callback, expression);
        return pathItem ? readPathItem(root, expression, pathItem) : [];
      }),
  );
}

function readSource(value: Json | undefined): Operation['source'] {
  return isObject(value) ? { document: text(value.document), section: text(value.section) } : undefined;
}

function firstTag(tags: Json | undefined): string {
  return (Array.isArray(tags) && text(tags[0])) || 'default';
}

export function rootNode(document: Node['document']): Node {
  return { document, node: document, pointer: '', usage: '' };
}

/** Every operation under `paths`. */
export function readOperations(document: Node['document']): Operation[] {
  const root = rootNode(document);
  const paths = isObject(document.paths) ? document.paths : {};
  return Object.keys(paths)
    .filter((path) => path.startsWith('/'))
    .flatMap((path) => {
      const pathItem = child(root, 'paths', path);
      return pathItem ? readPathItem(root, path, pathItem) : [];
    });
}
