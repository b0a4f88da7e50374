import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { DocumentError } from '../model/errors.ts';
import type { Json } from '../model/json.ts';
import { parseText } from './parseText.ts';
import { plainJson } from './plainJson.ts';
import { UnusableParts } from './unusable.ts';

/** In bytes; GitHub's API, all its references written out, has 73 MB. */
const longest = 100 * 1024 * 1024;
const mostFiles = 2000;

/** The files of one document: the root, and those below its folder that its `$ref`s name. Nothing else is ever opened. */
export class DocumentFiles {
  /** Absolute, without symbolic links. */
  readonly root: string;
  readonly #folder: string;
  readonly #unusable: UnusableParts;
  readonly #known = new Map<string, Json | string>();

  /** @throws {DocumentError} if there is no such file */
  constructor(file: string, unusable: UnusableParts) {
    try {
      this.root = realpathSync(file);
    } catch (error) {
      throw unreadable(file, error);
    }
    this.#folder = dirname(this.root);
    this.#unusable = unusable;
  }

  /** @throws {DocumentError} if the root cannot be read or parsed */
  readRoot(): Json {
    return this.#parse(this.root, this.#unusable);
  }

  /** The path of a file as a reader would write it. */
  nameOf(file: string): string {
    return relative(this.#folder, file) || basename(file);
  }

  /**
   * The file that a reference names, as seen from another one.
   * @returns its content and its path, or why it is not read
   */
  read(reference: string, from: string): { file: string; content: Json } | string {
    if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith('//'))
      return "it leads to another host or scheme; only files below the document's folder are read";
    if (isAbsolute(reference) || reference.includes('\0')) return 'it is an absolute path';
    let file: string;
    try {
      // Where a link leads to counts, not where it lies.
      file = realpathSync(join(dirname(from), decode(reference)));
    } catch {
      return 'there is no such file';
    }
    const below = relative(this.#folder, file);
    if (below.startsWith('..') || isAbsolute(below)) return "it leads out of the document's folder";
    return this.reread(file);
  }

  /** The content of a file that has been read before. */
  reread(file: string): { file: string; content: Json } | string {
    const content = this.#content(file);
    return typeof content === 'string' ? content : { file, content };
  }

  #content(file: string): Json | string {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    if (this.#known.size >= mostFiles) return `the document has more than ${mostFiles} files`;
    const content = this.#tryParse(file);
    this.#known.set(file, content);
    return content;
  }

  /** Another file that is faulty costs what it describes, not the document. */
  #tryParse(file: string): Json | string {
    const own = new UnusableParts();
    try {
      const content = this.#parse(file, own);
      for (const { pointer, reason } of own.list())
        this.#unusable.add(`${this.nameOf(file)}#${pointer}`, reason);
      return typeof content === 'string' ? 'the file holds nothing but a text' : content;
    } catch (error) {
      if (error instanceof DocumentError) return error.message.split('\n', 1).join('');
      throw error;
    }
  }

  #parse(file: string, unusable: UnusableParts): Json {
    const name = this.nameOf(file);
    return plainJson(parseText(readText(file, name), name), { file: name, unusable });
  }
}

function readText(file: string, name: string): string {
  try {
    const { size } = statSync(file);
    if (size > longest) {
      throw new DocumentError(`it is larger than ${longest / 1024 / 1024} MiB`, {
        file: name,
        repair: 'Split the document.',
      });
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw unreadable(name, error);
  }
}

function unreadable(file: string, error: unknown): DocumentError {
  const { code } = error as { code?: string };
  const problem =
    code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not valid UTF-8' : 'it cannot be read';
  const repair = 'Name a file that can be read, with an OpenAPI document in it.';
  return new DocumentError(`${problem}${code ? ` (${code})` : ''}`, { file, repair }, { cause: error });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
