import { tokenSources } from '../../apis/tokenSources.ts';
import { evaluateExpression } from '../../client/runtimeExpression.ts';
import { isObject } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { Json } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';

/** Fields of a request for a token that say who asks (RFC 6749 sections 2.3.1 and 4.3.2). */
export const credentialFields = ['client_id', 'client_secret', 'username', 'password'];

/** The credentials that the document shows in its examples: in place of a token, in answers that give one, in requests for one. */
export function documentedCredentials(api: Api): ReadonlySet<string> {
  const carried = api.operations.flatMap(({ parameters }) =>
    parameters.filter(({ token }) => token).flatMap(({ examples }) => Object.values(examples)),
  );
  const given = tokenSources(api).flatMap((source) => [
    ...[source, ...source.replacedBy].flatMap((one) => givenTokens(operationOf(api, one), one.value)),
    ...Object.values(documentedFields(operationOf(api, source))),
  ]);
  const texts = [...carried, ...given].filter((one) => typeof one === 'string' || typeof one === 'number');
  return new Set(texts.map(String).filter(Boolean));
}

/** The credentials in the first example of a request for a token, by field. */
export function documentedFields(operation: Operation | undefined): Record<string, string> {
  const [media] = operation?.requestBody?.content ?? [];
  const [body] = Object.values(media?.examples ?? {});
  const members: [string, Json][] = isObject(body) ? Object.entries(body) : [];
  return Object.fromEntries(
    members.filter(([name, value]) => credentialFields.includes(name) && typeof value === 'string'),
  ) as Record<string, string>;
}

function givenTokens(operation: Operation | undefined, expression: string): unknown[] {
  const answers = (operation?.responses ?? []).filter(({ status }) => /^2/.test(status));
  return answers
    .flatMap(({ content }) => content.flatMap(({ examples }) => Object.values(examples)))
    .map((body) => evaluateExpression(expression, { response: { body } }));
}

function operationOf({ operations }: Api, { operationId }: { operationId: string }): Operation | undefined {
  return operations.find((one) => one.operationId === operationId);
}
