/** Below it is what the mock answers for itself; no API of the registry can have such a name. */
export const controlPrefix = '/__mock';

/** Where the docs site is; `apis/<name>/` in it holds an API's reference (`index.html`) and bundle (`openapi.json`). */
export const docsPrefix = `${controlPrefix}/docs`;
