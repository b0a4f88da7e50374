import { readRegistry } from '../../../scripts/apis/registry.ts';
import { type SourcePlace, sourcePlaces } from '../../../scripts/apis/sourcePlaces.ts';

/** Where a place of an API's bundle stands in the files that people edit; `undefined` where that is not known. */
export type PlaceOf = (api: string, pointer: string) => SourcePlace | undefined;

export interface Sources {
  projectRoot: string;
  /** The document of the only API, where that is outside the registry. */
  document?: string;
}

/** Reads the documents when the first of their places is asked for. */
export function sourceFiles({ projectRoot, document }: Sources): PlaceOf {
  const known = new Map<string, (pointer: string) => SourcePlace | undefined>();
  return (api, pointer) => {
    const file = document ?? readRegistry(projectRoot).find(({ name }) => name === api)?.root;
    if (file === undefined) return undefined;
    const places = known.get(api) ?? sourcePlaces(file);
    known.set(api, places);
    return places(pointer);
  };
}
