/** A name that could be read as more than one is quoted, so that no two inputs share a label. */
export function memberLabel(label: string, name: string): string {
  return name === '' || name === '*' || /[.[\]"\s]/.test(name)
    ? `${label}[${JSON.stringify(name)}]`
    : `${label}.${name}`;
}
