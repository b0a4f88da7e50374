import type { MediaType } from '../../model/operation.ts';
import { isForm, isJson } from '../inputPlaces.ts';
import type { Carrier } from './making.ts';

/** What a body of a media type travels in; `undefined` of one whose content we cannot make up (XML, bytes). */
export function bodyCarrier({ name }: MediaType): Carrier | undefined {
  if (isJson(name)) return 'json';
  if (isForm(name)) return name === 'multipart/form-data' ? 'multipart' : 'form';
  return /^text\/plain\b/i.test(name) ? 'text' : undefined;
}
