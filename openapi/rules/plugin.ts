import type { Plugin } from '@redocly/openapi-core';
import { evidenceMarks } from './evidenceMarks.ts';
import { extensions } from './extensions.ts';
import { mediaTypeExample } from './mediaTypeExample.ts';
import { operationIdVerb } from './operationIdVerb.ts';
import { operationSource } from './operationSource.ts';

/** Our conventions as lint rules; `redocly.yaml` names them as `care/<rule>`. */
export default function plugin(): Plugin {
  return {
    id: 'care',
    rules: {
      oas3: {
        'operation-source': operationSource,
        'operation-id-verb': operationIdVerb,
        'media-type-example': mediaTypeExample,
        'evidence-marks': evidenceMarks,
        extensions,
      },
    },
  };
}
