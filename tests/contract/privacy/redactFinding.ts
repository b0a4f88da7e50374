import type { Finding, Undescribed } from '../../../scripts/model/finding.ts';
import { nameThatCame } from '../checks/sentences.ts';
import type { Redactor } from '../redact.ts';

interface Redacting {
  /** What was sent, in words of ours: they stay, whoever has the same name. */
  sent: string;
  redactor: Redactor;
}

export function redactFinding(finding: Finding, { sent, redactor: { text } }: Redacting): Finding {
  const message = finding.message.split(sent).map(text).join(sent);
  // A name that cannot be told whole is not told at all.
  const isTold = ({ name }: Undescribed) => name === nameThatCame(name) && name === text(name);
  const undescribed = finding.undescribed?.filter(isTold);
  return {
    ...finding,
    message,
    responsePointer: text(finding.responsePointer),
    ...(undescribed && { undescribed }),
  };
}
