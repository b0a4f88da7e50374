/** The variable that stands for the value of a header of `--header`, in whatever repeats a request or a run: `HEADER_X_KEY`. */
export function headerVariable(name: string): string {
  return `HEADER_${name}`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
}
