import { isSecured } from '../../../../scripts/cases/isSecured.ts';
import { essenceOf } from '../../../../scripts/mock/http/mediaType.ts';
import type { CaseKind } from '../../../../scripts/model/case.ts';
import { nobody } from '../../../../scripts/model/nobody.ts';
import type { Fault, FrontExchange } from '../../fault.ts';
import { answersAnyMethod, hasCredentials } from '../../faults/behaviour.ts';
import { isAskedFor, isOwnMethod } from '../../faults/conditions.ts';
import { lacksAllow } from '../../faults/statuses.ts';
import type { FaultFamily, PlacedFault } from '../subject.ts';

/** A server that does what no document can be changed to describe. */
export const behaviour: FaultFamily = (subject) => {
  const { api, operation } = subject;
  const contents = operation.requestBody?.content ?? [];
  const isTemplated = operation.parameters.some((one) => one.in === 'path' && !one.token);
  // Any bytes are text, a file or a urlencoded form.
  const canBeMalformed = contents.some(({ name }) =>
    /[/+]json$|^multipart\/form-data$/.test(essenceOf(name)),
  );
  const [first] = api.operations.filter(({ path }) => path === operation.path);
  return [
    ...(isSecured(operation)
      ? [
          placed('no-credentials', takesMissing),
          placed('bad-credentials', takesBad),
          placed('wrong-scheme', takesWrongScheme),
        ]
      : []),
    ...(operation.parameters.some((one) => one.in === 'path' && one.token)
      ? [placed('bad-credentials', takesAnyToken)]
      : []),
    ...(contents.length > 0 ? [placed('undocumented-media-type', takesAnyMedia)] : []),
    ...(canBeMalformed ? [placed('malformed-body', takesMalformed)] : []),
    ...(isTemplated ? [placed('unknown-resource', findsAnything(operation.path))] : []),
    // A path is asked once for the methods that it does not have.
    ...(first === operation
      ? [placed('undocumented-method', answersAnyMethod), placed('undocumented-method', lacksAllow)]
      : []),
  ];
};

function placed(kind: CaseKind, fault: Fault): PlacedFault {
  return { ...fault, place: '', kind };
}

/** Whoever asks is let in. */
const letIn: Fault['ask'] = ({ operation }, { validRequest }) => validRequest(operation);

const isDenied = (exchange: FrontExchange) =>
  isOwnMethod(exchange) && !isAskedFor(exchange) && [401, 403].includes(exchange.answer?.status ?? 401);

const takesMissing: Fault = {
  ...{ name: 'takes a request without credentials', check: 'auth-enforced', ask: letIn },
  applies: (exchange) =>
    isDenied(exchange) && !hasCredentials(exchange) && !isSomebody(exchange) && !isNobody(exchange),
};

const takesBad: Fault = {
  ...{ name: 'takes credentials that nobody has', check: 'auth-enforced', ask: letIn },
  applies: (exchange) => isDenied(exchange) && isNobody(exchange),
};

const takesAnyToken: Fault = {
  ...{ name: 'takes a token in the path that nobody has', check: 'auth-enforced', ask: letIn },
  applies: (exchange) =>
    isDenied(exchange) && nobody.tokens.some((token) => exchange.request.target.includes(`/${token}`)),
};

const takesWrongScheme: Fault = {
  ...{ name: 'takes credentials under another auth-scheme', check: 'auth-enforced', ask: letIn },
  applies: (exchange) =>
    isDenied(exchange) && !hasCredentials(exchange) && isSomebody(exchange) && !isNobody(exchange),
};

/** Whether the request carries credentials elsewhere, or under another auth-scheme, than the document says. */
function isSomebody({ operation, request: { headers } }: FrontExchange): boolean {
  const { components } = operation.document as {
    components?: { securitySchemes?: Record<string, KeyScheme> };
  };
  const keys = Object.values(components?.securitySchemes ?? {}).filter((one) => one.in !== 'header');
  return ['authorization', 'cookie', ...keys.map(({ name = '' }) => name.toLowerCase())].some(
    (name) => headers[name] !== undefined,
  );
}

interface KeyScheme {
  in?: string;
  name?: string;
}

function isNobody({ request: { headers, target } }: FrontExchange): boolean {
  const basic = Buffer.from(`${nobody.username}:${nobody.password}`).toString('base64');
  const all = [target, ...Object.values(headers).flat()].join(' ');
  return all.includes(nobody.credential) || all.includes(basic);
}

const takesMalformed: Fault = {
  name: 'takes a malformed body',
  check: 'refuses-invalid',
  applies: (exchange) => isRefused(exchange) && isMalformed(exchange),
  ask: ({ operation }, { validRequest }) => validRequest(operation),
};

const takesAnyMedia: Fault = {
  name: 'takes a body of any media type',
  check: 'refuses-invalid',
  applies: (exchange) => isRefused(exchange) && !isDescribed(exchange),
  ask: ({ operation }, { validRequest }) => validRequest(operation),
};

function findsAnything(path: string): Fault {
  return {
    name: 'finds a resource that nobody owns',
    check: 'refuses-invalid',
    applies: (exchange) => isOwnMethod(exchange) && isElsewhere(exchange, path),
    ask: ({ operation }, { validRequest }) => validRequest(operation),
  };
}

/** An identifier that the cases of unknown resources make up; none of the examples has one like it. */
function isElsewhere({ request: { target } }: FrontExchange, path: string): boolean {
  return path.includes('{') && /999999937|nobody-owns-this|ffffffff-ffff-4fff/.test(target);
}

function isRefused({ request, operation, answer }: FrontExchange): boolean {
  return (
    request.method === operation.method &&
    (answer === undefined || (answer.status >= 400 && answer.status < 500))
  );
}

function isDescribed({ operation, request }: FrontExchange): boolean {
  const name = essenceOf(String(request.headers['content-type'] ?? ''));
  return (operation.requestBody?.content ?? []).some((media) => essenceOf(media.name) === name);
}

/** JSON that cannot be parsed, a multipart form without its closing boundary (RFC 2046 section 5.1.1). */
function isMalformed(exchange: FrontExchange): boolean {
  const { request } = exchange;
  if (!isDescribed(exchange) || request.body.byteLength === 0) return false;
  const name = essenceOf(String(request.headers['content-type'] ?? ''));
  if (/[/+]json$/.test(name)) return !parses(request.body.toString('utf8'));
  const [, boundary] = /boundary="?([^";]+)/.exec(String(request.headers['content-type'])) ?? [];
  return boundary !== undefined && !request.body.includes(`--${boundary}--`);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
