import { CallError } from '../../client/errors.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { harRequest, type SampleFile, sampleFiles } from './harRequest.ts';
import { phpSample } from './php.ts';
import { pythonSample } from './python.ts';
import { rubySample } from './ruby.ts';
import type { Sample } from './sample.ts';
import { sampleRequest } from './sampleRequest.ts';
import { shellSample } from './shell.ts';
import { typescriptSample } from './typescript.ts';

interface OperationSamples {
  samples: Sample[];
  /** What the samples read from the folder in which they are run. */
  files: SampleFile[];
}

/** How an operation is called, in every language; none where the document describes no request that can be sent. */
export async function samplesOf(api: Api, operation: Operation): Promise<OperationSamples> {
  try {
    const request = await sampleRequest(api, operation);
    const har = await harRequest(request);
    const configuration = request.basic && { auth: { ...request.basic } };
    const samples = [
      { lang: 'Shell', label: 'curl', source: shellSample(har, configuration) },
      // Redoc has no colours for TypeScript.
      { lang: 'JavaScript', label: 'TypeScript', source: typescriptSample({ api, operation, request, har }) },
      { lang: 'Python', label: 'Python', source: pythonSample(har, configuration) },
      { lang: 'PHP', label: 'PHP', source: phpSample(har, configuration) },
      { lang: 'Ruby', label: 'Ruby', source: rubySample(har, configuration) },
    ];
    return { samples, files: await sampleFiles(request) };
  } catch (error) {
    if (error instanceof CallError) return { samples: [], files: [] };
    throw error;
  }
}
