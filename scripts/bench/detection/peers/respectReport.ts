import { stripVTControlCharacters } from 'node:util';

/** As much of what `redocly respect --json-output` writes as is read here. */
export interface RespectReport {
  files: Record<string, { executedWorkflows: { workflowId: string; executedSteps: Step[] }[] }>;
}

interface Step {
  response?: { statusCode?: number };
  checks?: { name: string; passed: boolean; message?: string; severity: string }[];
}

interface StepOutcome {
  workflowId: string;
  /** Of the answer; absent where none came. */
  status?: number;
  failure?: string;
}

/** What became of each step: failed by every check of its that is an error and did not pass. */
export function stepsOf({ files }: RespectReport): StepOutcome[] {
  return Object.values(files)
    .flatMap(({ executedWorkflows }) => executedWorkflows)
    .flatMap(({ workflowId, executedSteps }) =>
      executedSteps.map(({ response, checks = [] }) => {
        const failed = checks.filter(({ passed, severity }) => !passed && severity === 'error');
        const failure = failed.map(({ name, message = '' }) => `${name}: ${plain(message)}`).join('; ');
        const status = response?.statusCode;
        return { workflowId, ...(status !== undefined && { status }), ...(failure !== '' && { failure }) };
      }),
    );
}

/** Without colours, in one line. */
function plain(message: string): string {
  return stripVTControlCharacters(message)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
}
