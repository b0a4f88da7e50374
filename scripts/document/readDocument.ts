import type { JsonObject } from '../model/json.ts';
import { bundleFiles } from './bundleFiles.ts';
import { cleanOperations } from './cleanOperations.ts';
import { cleanSchemas } from './cleanSchemas.ts';
import { cutEndlessSchemas } from './cutEndlessSchemas.ts';
import { DocumentFiles } from './documentFiles.ts';
import { unaskableOperations } from './unaskable.ts';
import { type Unusable, UnusableParts } from './unusable.ts';
import { requireOpenApi, upgradeDocument } from './upgradeDocument.ts';

interface ForeignDocument {
  /** One OpenAPI 3.1 document that everything else here can read: its references resolve, its schemas compile. */
  document: JsonObject;
  /** What was left out. A part whose pointer is an operation's: of that operation no request can be made. */
  unusable: Unusable[];
}

/**
 * Reads an OpenAPI document that nobody here wrote, JSON or YAML, of version 3.0 or 3.1, with the files below its folder that
 * it refers to. No other file and no host is asked, whatever it refers to; what is odd about it costs that part alone.
 * @param file path of the root document
 * @throws {DocumentError} if the root cannot be read or parsed, or is no OpenAPI document of these versions
 */
export function readDocument(file: string): ForeignDocument {
  const unusable = new UnusableParts();
  const files = new DocumentFiles(file, unusable);
  const root = requireOpenApi(files.readRoot(), files.nameOf(files.root));
  const bundled = bundleFiles(root, { files, unusable });
  const clean = cleanSchemas(upgradeDocument(bundled), unusable);
  const document = cleanOperations(cutEndlessSchemas(clean, unusable), unusable);
  for (const [pointer, reason] of unaskableOperations(document)) unusable.add(pointer, reason);
  return { document, unusable: unusable.list() };
}
