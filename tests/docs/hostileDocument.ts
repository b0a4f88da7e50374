import type { JsonObject } from '../../scripts/model/json.ts';

const attack =
  '</script><script>window.ran = 1</script><img src="https://tracker.example/a.png" onerror="window.ran = 2">' +
  '<a href="javascript:window.ran=3">x</a> ![pixel](https://tracker.example/b.png) <!-- \u2028 \u2029 {{title}}';

/** Every text that reaches a page tries to leave its place. */
export const hostileDocument: JsonObject = {
  openapi: '3.1.0',
  info: { title: `Hostile ${attack}`, version: attack, description: attack },
  servers: [{ url: `https://${attack}` }],
  security: [{ key: [] }],
  tags: [{ name: 'Things', description: attack }],
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        tags: ['Things'],
        summary: attack,
        description: attack,
        'x-source': { document: attack, section: attack },
        'x-inferred': { 'responses/200': attack, [attack]: attack },
        'x-conflict': [
          {
            at: 'parameters/0',
            sources: [{ document: attack, section: attack, says: attack }],
            chosen: attack,
            why: attack,
          },
        ],
        parameters: [{ name: attack, in: 'query', description: attack, schema: { type: 'string' } }],
        responses: { '200': { description: attack } },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: attack } } },
};
