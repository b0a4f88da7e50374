/** The operations of one path, by method in upper case. */
export interface Route<Target> {
  template: string;
  targets: ReadonlyMap<string, Target>;
}

export interface RouteMatch<Target> {
  route: Route<Target>;
  /** Path parameters by name, percent-decoded. */
  parameters: Record<string, string>;
}

interface RouteEntry<Target> {
  path: string;
  method: string;
  target: Target;
}

interface Segment {
  /** Literal text where it has no parameter. */
  text: string;
  pattern?: RegExp;
  names: string[];
}

interface CompiledRoute<Target> extends Route<Target> {
  segments: Segment[];
}

/**
 * Finds the route of a path that starts with `/`, the same one for all methods: without a parameter before with one
 * (OpenAPI 3.1 section 4.8.8.2), and of several with one the route whose literal text comes first.
 * A parameter takes at least one character, and never more than its segment.
 * The function that is returned throws a `URIError` on malformed percent-encoding.
 */
export function createRouter<Target>(
  entries: readonly RouteEntry<Target>[],
): (path: string) => RouteMatch<Target> | undefined {
  const routes = groupByPath(entries).sort(byLiteralText);
  const literal = new Map(routes.filter(isLiteral).map((route) => [route.template, route]));
  const bySegments = Map.groupBy(routes, (route) => route.segments.length);
  return (path) => {
    const exact = literal.get(path);
    if (exact) return { route: exact, parameters: {} };
    const segments = path.split('/').map(decodeURIComponent);
    for (const route of bySegments.get(segments.length) ?? []) {
      const parameters = matchSegments(route.segments, segments);
      if (parameters) return { route, parameters };
    }
    return undefined;
  };
}

function groupByPath<Target>(entries: readonly RouteEntry<Target>[]): CompiledRoute<Target>[] {
  const groups = Map.groupBy(entries, (entry) => entry.path);
  return [...groups].map(([template, group]) => ({
    template,
    targets: new Map(group.map(({ method, target }) => [method.toUpperCase(), target])),
    segments: template.split('/').map(compileSegment),
  }));
}

const parameter = /\{([^{}]+)\}/g;

function compileSegment(text: string): Segment {
  const names = [...text.matchAll(parameter)].map((match) => match[1] ?? '');
  if (names.length === 0) return { text, names };
  const literals = text.split(/\{[^{}]+\}/).map(escapeForRegExp);
  return { text, names, pattern: new RegExp(`^${literals.join('(.+?)')}$`, 's') };
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isLiteral(route: CompiledRoute<unknown>): boolean {
  return route.segments.every((segment) => segment.names.length === 0);
}

/** Compares segment by segment from the left; more literal text comes first. */
function byLiteralText(a: CompiledRoute<unknown>, b: CompiledRoute<unknown>): number {
  for (const [index, segment] of a.segments.entries()) {
    const difference = literalLength(b.segments[index]) - literalLength(segment);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How much of a segment is literal text; a segment that is nothing else counts more than any part of one. */
function literalLength(segment: Segment | undefined): number {
  if (!segment) return 0;
  if (segment.names.length === 0) return Number.MAX_SAFE_INTEGER;
  return segment.text.replace(parameter, '').length;
}

function matchSegments(
  route: readonly Segment[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const found: [string, string][] = [];
  for (const [index, segment] of route.entries()) {
    const value = segments[index] ?? '';
    const match = segment.pattern?.exec(value);
    if (segment.pattern ? !match : segment.text !== value) return undefined;
    found.push(...segment.names.map((name, group): [string, string] => [name, match?.[group + 1] ?? '']));
  }
  return Object.fromEntries(found);
}
