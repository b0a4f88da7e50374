import type { JsonObject } from '../../scripts/model/json.ts';

/** Marks of every form, at every kind of place, in a document of an invented clinic. */
export const exampleDocument: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Fake Clinic', version: '1.2.3', description: 'Visits to a clinic that does not exist.' },
  servers: [{ url: 'https://clinic.example/{edition}', variables: { edition: { default: 'v1' } } }],
  security: [{ clinicKey: [] }],
  tags: [{ name: 'Visits', description: 'A patient comes to the clinic.' }],
  paths: {
    '/visits': {
      post: {
        operationId: 'createVisit',
        tags: ['Visits'],
        summary: 'Create a visit',
        description: 'Announces a patient.',
        'x-source': { document: 'clinic.txt', section: 'POST https://clinic.example/visits' },
        'x-inferred': {
          'responses/201': 'Creating is answered with 201 (RFC 9110 section 15.3.2).',
          'responses/201/content/application~1json/schema/properties/age/type':
            'Only here is the age read back.',
          'responses/401': 'A missing key is refused by every framework of this kind.',
        },
        'x-conflict': [
          {
            at: 'security/0',
            sources: [
              { document: 'clinic.txt', section: 'Keys', says: 'A key is needed.' },
              { document: 'clinic.txt', section: 'Example', says: 'The example sends none.' },
            ],
            chosen: 'A key is needed.',
            why: 'The rule outweighs the example.',
          },
        ],
        requestBody: {
          description: 'The visit.',
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Visit' },
              example: { name: 'Ana Example', age: 58 },
            },
          },
        },
        responses: {
          '201': {
            description: 'The visit is announced.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Visit' } } },
          },
          '401': { $ref: '#/components/responses/Refused' },
        },
      },
    },
    '/visits/{id}': {
      get: {
        operationId: 'getVisit',
        tags: ['Visits'],
        summary: 'Get a visit',
        'x-source': { document: 'clinic.txt', section: 'GET one' },
        parameters: [{ $ref: '#/components/parameters/VisitId' }],
        responses: {
          '200': {
            description: 'The visit.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Visit' } } },
          },
          '401': { $ref: '#/components/responses/Refused' },
        },
      },
    },
  },
  components: {
    securitySchemes: { clinicKey: { type: 'apiKey', in: 'header', name: 'X-Clinic-Key' } },
    parameters: {
      VisitId: {
        name: 'id',
        in: 'path',
        required: true,
        description: "The visit's number.",
        'x-inferred': { 'schema/type': 'The example shows a number.' },
        schema: { type: 'integer' },
      },
    },
    responses: {
      Refused: {
        description: 'No key, or a wrong one.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
      },
    },
    schemas: {
      Visit: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', description: "The patient's name." },
          age: { type: 'integer', description: 'In years.' },
          note: { type: 'string', 'x-inferred': 'The example carries a `note`.' },
        },
      },
      Fault: {
        type: 'object',
        'x-inferred': 'No page shows the body of a fault.',
        properties: { message: { type: 'string' } },
      },
    },
  },
};
