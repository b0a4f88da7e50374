/** As much of what `redocly respect --json-output` writes as is read here. */
export interface RespectReport {
  files: Record<string, { executedWorkflows: ExecutedWorkflow[] }>;
}

interface ExecutedWorkflow {
  workflowId: string;
  /** An action that goes to another step holds the steps from there on as a workflow of its own. */
  executedSteps: (ExecutedStep | ExecutedWorkflow)[];
}

export interface ExecutedStep {
  stepId: string;
  response?: { statusCode?: number; headers?: Record<string, string> };
  checks?: ExecutedCheck[];
}

export interface ExecutedCheck {
  name: string;
  passed: boolean;
  /** Of success criteria, as the document states it. */
  condition?: string;
}

/** All steps of a workflow, in the order in which they were made. */
export function executedSteps({ executedSteps: steps }: ExecutedWorkflow): ExecutedStep[] {
  return steps.flatMap((step) => ('executedSteps' in step ? executedSteps(step) : [step]));
}
