import type { Api } from '../../model/api.ts';
import { annotateDocument } from '../annotate/annotateDocument.ts';
import { embedJson } from '../html/embedJson.ts';
import { fillTemplate } from '../html/fillTemplate.ts';
import type { Html } from '../html/html.ts';

/** An API's Redoc page: the bundle with visible evidence stands in the page itself, so that it opens from `file:` too. */
export function renderReferencePage({ api, template }: { api: Api; template: string }): Html {
  return fillTemplate(template, {
    title: api.title,
    name: api.name,
    document: embedJson('document', annotateDocument(api.document)),
  });
}
