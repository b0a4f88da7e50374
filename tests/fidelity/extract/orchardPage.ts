const wide = '\u00a0\u00a0 \u00a0\u00a0 \u00a0';

/** One line of a list of inputs, with the page's no-break spaces. */
function input(name: string, type: string, optional = false): string {
  return `${name}\u00a0\u00a0 ${type}\u00a0 ${optional ? 'optional\u00a0' : '\u00a0'}`;
}

interface Excerpt {
  sample: string[];
  response?: string[];
  addresses: string[];
  lists: string[];
}

function excerpt({ sample, response = [], addresses, lists }: Excerpt): string[] {
  return [
    ...[
      '',
      'Example request:',
      'curl --request GET \\',
      '    "https://orchard.example/api"',
      'import requests',
    ],
    ...[...sample, '', 'response.json()', '', ...response, `Request${wide}`, ''],
    ...addresses.flatMap((address) => [address, '']),
    ...[...lists, ''],
  ];
}

const refusal = [
  ...[
    'Example response (401):',
    '',
    'Show headers',
    'cache-control: no-store',
    'content-type: application/json',
  ],
  ...['\u00a0', '', '{', '    "message": "Who are you?"', '}', '\u00a0', ''],
];

const headers = ['Headers', '', `Accept${wide}`, '', 'Example: application/json', ''];

/** A page of an invented service, in the form in which Laravel Scribe's pages are published as text. */
export const orchardPage = [
  ...[
    'MENU',
    '',
    'Introduction',
    '',
    'All about fruit.',
    '',
    'Fruit Management',
    '',
    'Everything that grows',
    '',
  ],
  ...['Pick a fruit', '', 'requires authentication', '', 'Takes one off the tree'],
  ...excerpt({
    sample: [
      "url = 'https://orchard.example/api/fruit/7?colour=red'",
      ...['params = {', "  'colour': 'red',", "  'kinds[0]': 'pear',", '}'],
      ...['payload = {', '    "weight": 1.5,', '    "meta": {', '        "is_ripe": true', '    }', '}'],
      ...['headers = {', "  'Authorization': 'Bearer x',", "  'Content-Type': 'application/json'", '}'],
    ],
    response: refusal,
    addresses: ['POST api/fruit/{fruit_id}'],
    lists: [
      ...headers,
      ...['URL Parameters', '', input('fruit_id', 'integer'), '', 'The number of the fruit. Example: 7', ''],
      ...['Query Parameters', '', input('colour', 'string', true), '', 'Example: red', ''],
      ...[input('kinds', 'string[]', true), '', 'the kinds to look among', ''],
      ...['Body Parameters', '', input('weight', 'number'), '', 'Example: 1.5', ''],
      ...[input('meta', 'object', true), input('is_ripe', 'boolean', true), '', 'Example: true', ''],
      ...[input('note', 'string', true)],
    ],
  }),
  ...['GET api/tree', ''],
  ...excerpt({
    sample: [
      "url = 'https://orchard.example/api/tree'",
      'headers = {',
      "  'Accept': 'application/json'",
      '}',
    ],
    response: refusal,
    addresses: ['GET api/tree', 'POST api/tree'],
    lists: headers,
  }),
  ...['Endpoints', '', 'Plant a tree', '', 'Puts it into the ground'],
  ...excerpt({
    sample: [
      "url = 'https://orchard.example/api/plant'",
      ...['files = {', "  'photo': open('/tmp/tree.png', 'rb')", '}', 'payload = {', '    "tags": []', '}'],
      ...['headers = {', "  'Content-Type': 'multipart/form-data'", '}'],
    ],
    addresses: ['POST api/plant'],
    lists: [
      ...headers,
      ...[
        'Body Parameters',
        '',
        input('photo', 'file', true),
        '',
        'Must be a file. Example: /tmp/tree.png',
        '',
      ],
      ...[input('tags', 'object'), input('height', 'string', true), ''],
      ...['This field is required when kind is oak. Must be at least 2 characters.', ''],
      ...[input('kind', 'string', true), '', 'Example: elm', ''],
    ],
  }),
].join('\n');
