import { rubyNative } from '@scalar/snippetz/plugins/ruby/native';
import type { HarRequest } from './harRequest.ts';
import { replaceLiterals } from './variables.ts';

type Configuration = Parameters<typeof rubyNative.generate>[1];

/** A call of Ruby's own Net::HTTP; secrets come from the environment. */
export function rubySample(request: HarRequest, configuration: Configuration): string {
  const source = rubyNative
    .generate(request as never, configuration)
    // In a heredoc without quotes, Ruby reads what a backslash or a `#{` begins.
    .replace('<<~JSON', "<<~'JSON'");
  const literals = /"((?:[^"\\]|\\.)*)"/g;
  const single = /'((?:[^'\\\n]|\\.)*)'/g;
  return replaceLiterals(replaceLiterals(source, literals, interpolated), single, interpolated);
}

function interpolated(parts: string[]): string {
  return `"${parts.map((part, index) => (index % 2 === 1 ? `#{ENV.fetch('${part}')}` : part)).join('')}"`;
}
