import type { Section } from './page.ts';

/**
 * The address that every sample's begins with, up to where the section's path does.
 * @throws {Error} if two sections disagree
 */
export function serverOf(sections: readonly Section[]): string {
  const servers = new Set(
    sections.map(({ sample, operations }) => prefixOf(sample.url, operations[0]?.path ?? '')),
  );
  const [server, ...others] = servers;
  if (server === undefined || others.length > 0) {
    throw new Error(`The samples call more than one server: ${[...servers].join(', ')}.`);
  }
  return server;
}

function prefixOf(url: string, path: string): string {
  const [address = ''] = url.split('?');
  const segments = path.split('/').length - 1;
  return address.split('/').slice(0, -segments).join('/');
}
