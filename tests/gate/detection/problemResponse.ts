import type { JsonObject } from '../../../scripts/model/json.ts';

/** A refusal with problem details (RFC 9457). */
export const problem: JsonObject = {
  description: 'Not like this.',
  content: {
    'application/problem+json': {
      schema: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
      example: { title: 'Something fake is wrong' },
    },
  },
};
