import { formatNames } from 'ajv-formats/dist/formats.js';

/** Hints to whoever shows or reads a value (OpenAPI 3.1 section 4.4): any value of the type has them. */
const hints = new Set(['password', 'binary', 'float', 'double']);

/** The formats that our validator holds values against. */
export const assertedFormats: ReadonlySet<string> = new Set(formatNames.filter((name) => !hints.has(name)));
