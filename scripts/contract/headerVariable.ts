import { variableOf } from '../apis/credentialNames.ts';

/** The variable that stands for the value of a header of `--header`, in whatever repeats a request or a run: `HEADER_X_KEY`. */
export function headerVariable(name: string): string {
  return variableOf('header', name);
}
