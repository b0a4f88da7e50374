import { isObject } from '../../../json/pointer.ts';
import { followReferences } from '../../../json/reference.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { loadTool } from '../../installTools.ts';

/** As much of @apiture/openapi-down-convert as is used here. */
interface DownConvert {
  Converter: new (document: JsonObject, options: object) => { convert(): JsonObject };
}

/**
 * A bundle in OpenAPI 3.0, as a well-kept converter writes it. Beyond that, the first of a parameter's examples becomes its
 * `example`: Dredd reads no other, and gives up a document of which a required parameter has none.
 * @throws {UsageError} if the converter is not installed and cannot be
 */
export async function plainDocument(document: JsonObject): Promise<JsonObject> {
  const { Converter } = (await loadTool('@apiture/openapi-down-convert')) as DownConvert;
  const plain = new Converter(structuredClone(document), {}).convert();
  giveExamples(plain, plain);
  return plain;
}

function giveExamples(document: JsonObject, node: Json): void {
  if (Array.isArray(node)) for (const item of node) giveExamples(document, item);
  if (!isObject(node)) return;
  const value = typeof node.in === 'string' ? firstExample(document, node.examples) : undefined;
  if (value !== undefined) node.example ??= value;
  for (const member of Object.values(node)) giveExamples(document, member);
}

function firstExample(document: JsonObject, examples: Json | undefined): Json | undefined {
  const [first] = isObject(examples) ? Object.values(examples) : [];
  const found = isObject(first) ? followReferences(document, { node: first, pointer: '' }) : undefined;
  return isObject(found?.node) ? found.node.value : undefined;
}
