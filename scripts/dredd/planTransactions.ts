import { planCases } from '../cases/planCases.ts';
import { mediaKind } from '../client/mediaType.ts';
import { applyChange } from '../json/applyChange.ts';
import type { Api } from '../model/api.ts';
import type { RequestInputs } from '../model/case.ts';
import type { MediaType, Operation, Response } from '../model/operation.ts';
import { requestFor } from '../request/requestFor.ts';
import type { Session } from '../request/session.ts';
import { askableStatus } from './askableStatus.ts';
import { gavelSchema } from './gavelSchema.ts';
import type { DreddFailure } from './result.ts';
import type { Transaction, TransactionRequest } from './transaction.ts';

export interface Plan {
  transactions: Transaction[];
  /** Documented answers that cannot be asked for, and why. */
  failures: DreddFailure[];
}

interface PlanOptions {
  baseUrl: string;
  session: Session;
}

/** One documented answer: a status of an operation, in one of its media types. */
interface Answer {
  name: string;
  operation: Operation;
  response: Response;
  media: MediaType | undefined;
  /** Of the operation's case for that status. */
  inputs: RequestInputs;
}

/** A transaction for each documented answer: the request is that of the case `documented-status`. */
export async function planTransactions(api: Api, options: PlanOptions): Promise<Plan> {
  const plan: Plan = { transactions: [], failures: [] };
  for (const answer of api.operations.flatMap((operation) => answersOf(operation, api.operations))) {
    try {
      plan.transactions.push(await planTransaction(answer, options));
    } catch (error) {
      plan.failures.push({
        name: answer.name,
        message: `it cannot be asked for: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  return plan;
}

function answersOf(operation: Operation, operations: Operation[]): Answer[] {
  const [plan] = planCases(operation, operations);
  return operation.responses.flatMap((response) => {
    const one = plan?.cases.find(
      ({ expectation }) => expectation.outcome === 'status' && expectation.status === response.status,
    );
    const inputs = applyChange(plan?.base ?? {}, one?.change ?? {});
    const name = `${operation.operationId} ${response.status}`;
    if (response.content.length <= 1) {
      return [{ name, operation, response, media: response.content[0], inputs }];
    }
    return response.content.map((media) => ({
      name: `${name} ${media.name}`,
      operation,
      response,
      media,
      inputs: { ...inputs, accept: media.name },
    }));
  });
}

async function planTransaction(
  { name, operation, response, media, inputs }: Answer,
  { baseUrl, session }: PlanOptions,
): Promise<Transaction> {
  const documented = operation.responses.map(({ status }) => status);
  const status = askableStatus(response.status, documented);
  if (status === undefined) throw new Error(`${response.status} is no status of a final answer.`);
  const { operationId, method, document } = operation;
  // A HEAD is answered without content (RFC 9110 section 9.3.2).
  const content = method === 'HEAD' ? undefined : media;
  const isJson = content !== undefined && mediaKind(content.name) === 'json';
  return {
    ...{ name, operationId, status },
    ...(content && { mediaType: content.name }),
    request: await requestOf(operation, {
      baseUrl,
      session,
      inputs: { ...inputs, prefer: { code: status } },
    }),
    expected: {
      headers: response.headers.filter(({ required }) => required).map((header) => header.name.toLowerCase()),
      ...(isJson && content.schema && { bodySchema: gavelSchema(document, content.schema.schema) }),
    },
  };
}

async function requestOf(
  operation: Operation,
  options: PlanOptions & { inputs: RequestInputs },
): Promise<TransactionRequest> {
  const { method, url, headers, body } = await requestFor(operation, { ...options, mode: 'mock' });
  const { pathname, search } = new URL(url);
  return {
    ...{ method, headers },
    path: `${pathname}${search}`,
    ...(body && { body: Buffer.from(body).toString('base64') }),
  };
}
