import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { bodySchema } from '../../contract/checks/bodySchema.ts';
import { answered, at, operationOf, told } from './answered.ts';

const schemaAt = `${at}/responses/200/content/application~1json/schema`;
const user: JsonObject = { properties: { name: {}, password: { type: 'string', writeOnly: true } } };

interface Row {
  name: string;
  schema: JsonObject;
  body: unknown;
  want?: string[];
}

const shown = (response: string, document: string) =>
  `violation documented ${document}/properties/password/writeOnly /body${response}`;

test.each<Row>([
  { name: 'what is only written, and kept', schema: user, body: { name: 'fake' } },
  { name: 'shown', schema: user, body: { password: 'fake' }, want: [shown('/password', schemaAt)] },
  {
    name: 'in each item of a list: the first is told',
    schema: { items: user },
    body: [{ name: 'x' }, { password: 'fake' }, { password: 'fake' }],
    want: [shown('/1/password', `${schemaAt}/items`)],
  },
  {
    name: 'false says nothing',
    schema: { properties: { password: { writeOnly: false } } },
    body: { password: 'fake' },
  },
])('$name', ({ schema, body, want = [] }) => {
  const operation = operationOf({ responses: { 200: { content: { 'application/json': { schema } } } } });
  expect(told(bodySchema(answered({ operation, body: JSON.stringify(body) })))).toEqual(want);
});
