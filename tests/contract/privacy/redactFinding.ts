import type { Finding } from '../../../scripts/model/finding.ts';
import type { Redactor } from '../redact.ts';

interface Redacting {
  /** What was sent, in words of ours: they stay, whoever has the same name. */
  sent: string;
  redactor: Redactor;
}

export function redactFinding(finding: Finding, { sent, redactor: { text } }: Redacting): Finding {
  const message = finding.message.split(sent).map(text).join(sent);
  return { ...finding, message, responsePointer: text(finding.responsePointer) };
}
