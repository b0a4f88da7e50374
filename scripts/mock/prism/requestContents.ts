import type { Json, JsonObject } from '../../model/json.ts';
import type { FormBooleans } from '../../model/operation.ts';
import { type FormShape, formShape, schemaTypes } from '../../validate/formShape.ts';
import { type EqualMembers, equalMembers } from '../equalMembers.ts';
import { essenceOf, isJson, isText } from '../http/mediaType.ts';
import type { PrismContent, PrismOperation } from './readPrismOperations.ts';

type Encoding = NonNullable<PrismContent['encodings']>[number];

/** How a body is read into a plain value. */
export type BodyFormat =
  | { kind: 'json' }
  | { kind: 'multipart'; shape: FormShape; booleans?: FormBooleans | undefined }
  | {
      kind: 'urlencoded';
      shape: FormShape;
      booleans?: FormBooleans | undefined;
      delimiters: ReadonlyMap<string, string>;
    }
  | { kind: 'text' }
  | { kind: 'bytes' };

/** One media type that an operation's requests may have. */
export interface RequestContent {
  /** As described; may be a range. */
  mediaType: string;
  format: BodyFormat;
  /** Whether the whole body may be `null`, which Prism takes for missing. */
  nullable: boolean;
  equalMembers: EqualMembers[];
  /** The operation as Prism is to validate requests of this media type against it. */
  operation: PrismOperation;
}

/** The media type that Prism validates as it stands, without parsing or coercing anything. */
export const plainMediaType = 'application/json';

/**
 * An operation's media types, each with a copy of the operation that has no other. In the copy it is renamed to JSON:
 * Prism then validates the parsed value exactly, where of a form it would parse the text itself, keeping one value of
 * each name and evaluating no conditions. The body is there when a copy is used, so that it is not required either:
 * Prism takes `0`, `false` and `''` for missing.
 */
export function requestContents(
  operation: PrismOperation,
  booleans: ReadonlyMap<string, FormBooleans> = new Map(),
): RequestContent[] {
  const body = operation.request?.body;
  return (body?.contents ?? []).map((content) => {
    const format = bodyFormat(content, operation, booleans.get(content.mediaType));
    const described = { ...content, mediaType: plainMediaType };
    // What is not parsed can be held against a schema for text only: XML has no JSON form.
    if (isUnparsed(format) && content.schema?.type !== 'string') delete described.schema;
    return {
      mediaType: content.mediaType,
      format,
      nullable: isNullable(content, operation),
      equalMembers: equalMembers(schemaOf(content), rootOf(operation)),
      operation: {
        ...operation,
        request: { ...operation.request, body: { ...body, id: '', required: false, contents: [described] } },
      },
    };
  });
}

function isUnparsed({ kind }: BodyFormat): boolean {
  return kind === 'text' || kind === 'bytes';
}

function bodyFormat(
  content: PrismContent,
  operation: PrismOperation,
  booleans: FormBooleans | undefined,
): BodyFormat {
  const essence = essenceOf(content.mediaType);
  if (essence === 'multipart/form-data')
    return { kind: 'multipart', shape: shapeOf(content, operation), booleans };
  if (essence === 'application/x-www-form-urlencoded') {
    return {
      kind: 'urlencoded',
      shape: shapeOf(content, operation),
      booleans,
      delimiters: delimiters(content.encodings ?? []),
    };
  }
  if (isJson(essence)) return { kind: 'json' };
  return { kind: isText(essence) ? 'text' : 'bytes' };
}

function shapeOf(content: PrismContent, operation: PrismOperation): FormShape {
  return formShape(schemaOf(content), rootOf(operation));
}

function isNullable(content: PrismContent, operation: PrismOperation): boolean {
  const types = schemaTypes(schemaOf(content), rootOf(operation));
  return types.size === 0 || types.has('null');
}

function schemaOf(content: PrismContent): Json {
  return (content.schema ?? {}) as Json;
}

/** What a recursive schema refers into: Prism keeps the schemas that it meets again on the operation. */
function rootOf(operation: PrismOperation): JsonObject {
  return operation as unknown as JsonObject;
}

/** What separates the items of fields that hold a whole array (OpenAPI 3.1 section 4.8.15.1.2). */
function delimiters(encodings: readonly Encoding[]): ReadonlyMap<string, string> {
  const byStyle: Record<string, string> = { form: ',', spaceDelimited: ' ', pipeDelimited: '|' };
  return new Map(
    encodings.flatMap(({ property, style, explode }): [string, string][] => {
      const delimiter = byStyle[style];
      const isWhole = explode === false || (explode === undefined && style !== 'form');
      return delimiter !== undefined && isWhole ? [[property, delimiter]] : [];
    }),
  );
}
