import type { Operation } from '../model/operation.ts';

/** An identifier in a path template. */
export interface PathPlace {
  parameter: string;
  /** The template up to it, without names: `/users/{}/meta/{}`. The same for all operations that name the same thing. */
  key: string;
  /** Whether the path ends here, but for a slash. */
  isLast: boolean;
}

/** The identifiers of a path template, the outermost first; a token is none, and neither is a part of a segment. */
export function pathPlaces({ path, parameters }: Pick<Operation, 'path' | 'parameters'>): PathPlace[] {
  const segments = trimmed(path).split('/');
  const tokens = new Set(parameters.filter(({ token }) => token).map(({ name }) => name));
  return segments.flatMap((segment, index) => {
    const [, parameter] = /^\{([^{}]+)\}$/.exec(segment) ?? [];
    if (parameter === undefined || tokens.has(parameter)) return [];
    const key = nameless(segments.slice(0, index + 1).join('/'));
    return [{ parameter, key, isLast: index === segments.length - 1 }];
  });
}

/** `/users/{}/meta`, of which `/users/{}/meta/{}` names a part. */
export function collectionKey(path: string): string {
  return nameless(trimmed(path));
}

function nameless(template: string): string {
  return template.replace(/\{[^{}]+\}/g, '{}');
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}
