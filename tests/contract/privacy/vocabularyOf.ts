import { fieldWords } from '../../../scripts/apis/privateNames.ts';
import { mediaTypeName } from '../../../scripts/client/mediaType.ts';
import { isObject } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import { lettersOf, piecesOf, shortestPiece } from './pieces.ts';

/** What a document says in names and listed values: whoever repeats it tells nothing of anybody. */
interface Vocabulary {
  /** Names of properties, parameters and headers. In lower case. */
  names: ReadonlySet<string>;
  /** The words that they are made of. */
  words: ReadonlySet<string>;
  /** Media types. In lower case, without parameters. */
  mediaTypes: ReadonlySet<string>;
  /** Pieces of the names, and of the texts of `enum` and `const`. */
  pieces: ReadonlySet<string>;
}

const known = new WeakMap<JsonObject, Vocabulary>();

/** Read once a document. Its examples are not among it: they show persons. */
export function vocabularyOf(document: JsonObject): Vocabulary {
  const vocabulary = known.get(document) ?? read(document);
  known.set(document, vocabulary);
  return vocabulary;
}

const examples = new Set(['example', 'examples', 'default']);
/** Maps whose keys are names. */
const named = new Set(['properties', 'headers']);

function read(document: JsonObject): Vocabulary {
  const spelled = new Set<string>();
  const texts = new Set<string>();
  const mediaTypes = new Set<string>();
  const open: Json[] = [document];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) for (const item of node) open.push(item);
    if (!isObject(node)) continue;
    if (typeof node.in === 'string' && typeof node.name === 'string') spelled.add(node.name);
    for (const text of [node.enum ?? [], node.const ?? []].flat())
      if (typeof text === 'string') texts.add(text);
    for (const [key, value] of Object.entries(node)) {
      if (examples.has(key)) continue;
      if (named.has(key) && isObject(value)) for (const name of Object.keys(value)) spelled.add(name);
      if (key === 'content' && isObject(value))
        for (const type of Object.keys(value)) mediaTypes.add(mediaTypeName(type));
      open.push(value);
    }
  }
  const names = new Set([...spelled].map((name) => name.toLowerCase()));
  const words = new Set([...spelled].flatMap(fieldWords));
  return { names, words, mediaTypes, pieces: piecesOf([...texts, ...names].map(lettersOf), shortestPiece) };
}
