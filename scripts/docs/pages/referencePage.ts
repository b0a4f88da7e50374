import { isObject, valueAt } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { annotateDocument } from '../annotate/annotateDocument.ts';
import { embedJson } from '../html/embedJson.ts';
import { fillTemplate } from '../html/fillTemplate.ts';
import type { Html } from '../html/html.ts';
import type { SamplesById } from '../machines/referenceText.ts';
import { redocStyles } from '../redocScript.ts';
import { apiNavigation } from './navigation.ts';

interface ReferencePage {
  api: Api;
  samples: SamplesById;
  template: string;
}

/** An API's Redoc page: the bundle with visible evidence stands in the page itself, so that it opens from `file:` too. */
export function renderReferencePage({ api, samples, template }: ReferencePage): Html {
  const document = annotateDocument(api.document);
  for (const operation of api.operations)
    addSamples(document, operation.pointer, samples.get(operation.operationId));
  return fillTemplate(template, {
    title: api.title,
    api: api.title,
    nav: apiNavigation({ api, current: 'index.html' }),
    // Hashes have no character that an attribute could not hold.
    styles: { markup: redocStyles },
    document: embedJson('document', document),
  });
}

/** Into the copy that this page shows, never into the bundle. */
function addSamples(document: JsonObject, pointer: string, samples: readonly object[] = []): void {
  const operation = valueAt(document, pointer);
  if (isObject(operation) && samples.length > 0) operation['x-codeSamples'] = samples as Json[];
}
