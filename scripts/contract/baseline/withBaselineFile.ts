const flag = '--write-baseline';
const fallback = 'baseline.yaml';

/** Node's parser knows no flag whose value may be left out: where no file follows this one, it is given its own. */
export function withBaselineFile(argv: string[]): string[] {
  return argv.flatMap((argument, index) => {
    const isAlone = argument === flag && !/\.(ya?ml|json)$/i.test(argv[index + 1] ?? '');
    return isAlone ? [`${flag}=${fallback}`] : [argument];
  });
}
