import type { Fault } from './fault.ts';
import { acceptsInvalid, answersAnyMethod, findsAnything, ignoresCredentials } from './faults/behaviour.ts';
import {
  addsField,
  cutsBody,
  lacksField,
  renamesField,
  spoilsBody,
  spoilsFile,
  writesJson,
} from './faults/bodies.ts';
import { anotherHeader, anotherMediaType, lacksHeader, noBody, spoilsHeader } from './faults/headers.ts';
import { failsOnInvalid, failsOnValid, losesConnection } from './faults/serverErrors.ts';
import {
  anotherRefusal,
  anotherSuccess,
  lacksAllow,
  redirectsValid,
  refusesValid,
} from './faults/statuses.ts';

/** Where a redirect leads: nobody may ever come there. */
export const trap = '/trap';

/** One operation lied about, and the findings that must follow, among others of the same check: `severity evidence document response`. */
export interface Lie {
  api: string;
  operationId: string;
  fault: Fault;
  findings: string[];
}

const image = '/paths/~1image~1/get';
const newImage = '/paths/~1image~1/post';
const oneImage = '/paths/~1image~1{id}~1';
const berths = '/paths/~1berths';
const berth = '/paths/~1berths~1{id}/get';
const berthSchema = `${berth}/responses/200/content/application~1json/schema`;
const newBerth = `${berths}/post/requestBody/content/application~1json/schema`;
const total = '/components/headers/X-Total';

const rows: [api: string, operationId: string, fault: Fault, ...findings: string[]][] = [
  ['tscharts', 'listImages', failsOnValid, `violation documented ${image} /status`],
  ['tscharts', 'listImages', losesConnection, `violation documented ${image} `],
  ['tscharts', 'createImage', failsOnInvalid, `violation documented ${newImage} /status`],

  ['tscharts', 'getImage', anotherSuccess, `violation documented ${oneImage}/get/responses/200 /status`],
  ['optretina', 'listCases', anotherSuccess, 'drift inferred /paths/~1cases/get/responses/200 /status'],
  ['tscharts', 'createImage', anotherRefusal, `drift silent ${newImage} /status`],

  [
    'optretina',
    'getReport',
    anotherMediaType,
    'violation documented /paths/~1cases~1report~1{id}/get/responses/200/content/application~1pdf /headers/content-type',
  ],
  [
    'tscharts',
    'deleteImage',
    anotherMediaType,
    `drift conflict ${oneImage}/delete/responses/200/content/application~1json /headers/content-type`,
  ],
  [
    'optretina',
    'listCenters',
    noBody,
    'drift inferred /paths/~1centers/get/responses/200/content/application~1json /body',
  ],

  ['marina', 'listBerths', lacksHeader('x-total'), `violation documented ${total}/required /headers/x-total`],
  [
    'marina',
    'createBerth',
    spoilsHeader('x-total', 'many'),
    `violation documented ${total}/schema/type /headers/x-total`,
  ],
  [
    'marina',
    'getBerth',
    spoilsHeader('x-total', '-1'),
    `violation documented ${total}/schema/minimum /headers/x-total`,
  ],
  [
    'connecticket',
    'getAccessToken',
    anotherHeader,
    'drift silent /paths/~1authorize/get/responses/200 /headers/x-surprise',
  ],

  [
    'tscharts',
    'listImages',
    spoilsBody('/0', 'five'),
    'violation documented /components/schemas/ImageId/type /body/0',
  ],
  ['tscharts', 'getImage', lacksField('/id'), 'drift inferred /components/schemas/Image/required/0 /body'],
  [
    'tscharts',
    'createImage',
    cutsBody,
    `violation documented ${newImage}/responses/200/content/application~1json /body`,
  ],
  [
    'marina',
    'listBerths',
    spoilsBody('/0/name', 'Far too long for a berth'),
    `violation documented ${berths}/get/responses/200/content/application~1json/schema/items/properties/name/maxLength /body/0/name`,
  ],
  [
    'marina',
    'createBerth',
    spoilsBody('/depth', 'deep'),
    `drift inferred ${berths}/post/responses/201/content/application~1json/schema/properties/depth/type /body/depth`,
  ],
  [
    'marina',
    'getBerth',
    spoilsBody('/harbour/town', 1),
    'violation documented /components/schemas/Harbour/properties/town/type /body/harbour/town',
  ],
  [
    'marina',
    'getBerth',
    spoilsBody('/formerly/town', 1),
    'drift inferred /components/schemas/Harbour/properties/town/type /body/formerly/town',
  ],
  [
    'marina',
    'getBerth',
    addsField('', 'body-schema'),
    `violation documented ${berth}/responses/200/content/application~1json/schema/additionalProperties /body`,
  ],

  [
    'connecticket',
    'listTickets',
    addsField(''),
    'drift silent /components/schemas/TicketList /body/surprise',
  ],
  [
    'marina',
    'listBerths',
    addsField('/0/harbour'),
    'drift silent /components/schemas/Harbour /body/0/harbour/surprise',
  ],

  ['marina', 'getBerth', spoilsBody('', []), `violation documented ${berthSchema}/type /body`],
  [
    'marina',
    'getBerth',
    spoilsBody('', { error: 'no' }),
    `violation documented ${berthSchema}/required/0 /body`,
  ],
  [
    'marina',
    'getBerth',
    renamesField('', 'name', 'nmae'),
    `violation documented ${berthSchema}/required/1 /body`,
  ],
  [
    'marina',
    'createBerth',
    renamesField('/harbour', 'town', 'city'),
    'violation documented /components/schemas/Harbour/required/0 /body/harbour',
  ],
  [
    'marina',
    'listBerths',
    writesJson('sends many berths that are broken alike', () =>
      JSON.stringify(Array.from({ length: 50 }, () => ({ id: 'x', name: 'y' }))),
    ),
    `violation documented ${berths}/get/responses/200/content/application~1json/schema/items/properties/id/type /body/0/id`,
  ],
  [
    'tscharts',
    'createImage',
    writesJson('sends an error page as JSON', () => '<html>Try again later.</html>'),
    `violation documented ${newImage}/responses/200/content/application~1json /body`,
  ],
  [
    'tscharts',
    'getImage',
    writesJson('writes a name twice', (text) => text.replace('{', '{"id":0,')),
    `drift protocol ${oneImage}/get/responses/200/content/application~1json /body/id`,
  ],
  [
    'connecticket',
    'listTickets',
    writesJson('begins with a byte order mark', (text) => `\ufeff${text}`),
    'drift protocol /paths/~1{access_token}~1tickets/get/responses/200/content/application~1json /body',
  ],
  [
    'marina',
    'createBerth',
    writesJson('writes a number that nobody can read', (text) => text.replace('2.5', '1e400')),
    `drift protocol ${berths}/post/responses/201/content/application~1json /body/depth`,
  ],

  ['tscharts', 'getImage', refusesValid, `violation documented ${oneImage}/get /status`],
  [
    'optretina',
    'changeCenter',
    refusesValid,
    'drift silent /paths/~1change-center/post /status',
    'violation documented /paths/~1change-center/post /status',
  ],
  [
    'connecticket',
    'getTicket',
    refusesValid,
    'drift inferred /paths/~1{access_token}~1tickets~1{id}/get /status',
  ],
  ['marina', 'deleteBerth', refusesValid, `drift inferred ${berths}~1{id}/delete /status`],
  ['tscharts', 'deleteImage', redirectsValid(trap), `violation documented ${oneImage}/delete /status`],
  [
    'tscharts',
    'deleteImage',
    redirectsValid('https://elsewhere.example.com/', 'no-cross-origin-redirect'),
    `violation documented ${oneImage}/delete /headers/location`,
  ],

  [
    'optretina',
    'getReport',
    spoilsFile('sends an error page in place of a PDF', () => Buffer.from('<html>Try again later.</html>')),
    'violation documented /paths/~1cases~1report~1{id}/get/responses/200/content/application~1pdf /body',
  ],
  [
    'optretina',
    'getReport',
    spoilsFile('cuts a PDF off', (file) => file.subarray(0, -10)),
    'violation documented /paths/~1cases~1report~1{id}/get/responses/200/content/application~1pdf /body',
  ],
  [
    'marina',
    'createBerth',
    spoilsBody('/photo', 'north.gif', 'body-bytes'),
    `violation documented ${berths}/post/responses/201/content/application~1json/schema/properties/photo/contentEncoding /body/photo`,
  ],
  [
    'marina',
    'listBerths',
    spoilsBody('/0/photo', 'bm8gR0lG', 'body-bytes'),
    `violation documented ${berths}/get/responses/200/content/application~1json/schema/items/properties/photo/contentMediaType /body/0/photo`,
  ],

  [
    'marina',
    'createBerth',
    acceptsInvalid,
    'violation documented /components/schemas/Kind/enum /status',
    'violation documented /components/schemas/Kind/type /status',
    `violation documented ${berths}/post/requestBody/required /status`,
    `violation documented ${newBerth}/properties/name/type /status`,
    `violation documented ${newBerth}/required/0 /status`,
    `violation documented ${newBerth}/type /status`,
  ],
  [
    'tscharts',
    'listImages',
    acceptsInvalid,
    'violation documented /components/schemas/ImageType/enum /status',
    `drift conflict ${image}/parameters/0/required /status`,
    `violation documented ${image}/parameters/0/schema/type /status`,
    `violation documented ${image}/parameters/2/schema/type /status`,
    `violation documented ${image}/parameters/3/schema/type /status`,
    `violation documented ${image}/parameters/4/schema/enum /status`,
    `violation documented ${image}/parameters/5/schema/enum /status`,
  ],
  ['optretina', 'getCase', findsAnything, 'drift protocol /paths/~1cases~1{id}/get /status'],

  ['optretina', 'listCenters', ignoresCredentials, 'violation documented /security/0 /status'],
  ['optretina', 'listCases', ignoresCredentials, 'drift conflict /security/0 /status'],
  ['connecticket', 'getTicket', ignoresCredentials, 'drift inferred /security/0 /status'],

  ['optretina', 'listCenters', answersAnyMethod, 'drift protocol /paths/~1centers/get /status'],
  ['optretina', 'changeCenter', lacksAllow, 'drift protocol /paths/~1change-center/post /headers/allow'],
];

export const lies: Lie[] = rows.map(([api, operationId, fault, ...findings]) => ({
  api,
  operationId,
  fault,
  findings,
}));
