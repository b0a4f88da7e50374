/** Below it is what the mock answers for itself; no API of the registry can have such a name. */
export const controlPrefix = '/__mock';
