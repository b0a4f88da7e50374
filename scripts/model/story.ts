import type { Operation } from './operation.ts';
import type { Outcome } from './report.ts';

/** What a story is told with: a person's choice, or a secret. */
export interface StoryInput {
  name: string;
  /** Of JSON Schema; `string` where none is named. */
  type: string;
}

export interface StoryStep {
  stepId: string;
  operation: Operation;
}

/** A way through an API that people go, step by step: a workflow of Arazzo 1.0. */
export interface Story {
  workflowId: string;
  summary: string;
  inputs: StoryInput[];
  steps: StoryStep[];
}

/** What an API's `workflows.arazzo.yaml` holds. */
export interface Stories {
  /** Absolute path. */
  file: string;
  /** Name of its source description: the API. */
  source: string;
  stories: Story[];
}

export type StoryOutcome = Exclude<Outcome, 'drifted'>;

export interface StepResult {
  stepId: string;
  operationId: string;
  method: string;
  /** The path template. */
  path: string;
  outcome: StoryOutcome;
  /** Of the answer; absent where none came. */
  status?: number;
  /** What did not hold: criteria as the document states them, and what is described; never a value that came. */
  failures: string[];
}

export interface StoryResult {
  workflowId: string;
  summary: string;
  outcome: StoryOutcome;
  /** Why it was skipped, or could not be told. */
  reason?: string;
  steps: StepResult[];
}

export interface StoryTotals {
  stories: number;
  steps: number;
  /** Steps that failed, and stories that could not be told. */
  failed: number;
  /** Stories. */
  skipped: number;
}

/** `DIR/workflows.json` */
export interface StoryReport {
  schemaVersion: 1;
  /** The base URL, or `mock`. */
  target: string;
  /** RFC 3339, UTC. */
  startedAt: string;
  durationMs: number;
  apis: { api: string; stories: StoryResult[] }[];
  totals: StoryTotals;
}
