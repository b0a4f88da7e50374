import type { EventEmitter } from 'node:events';
import type Dredd from 'dredd';
import type { DreddTest } from 'dredd';

/** How long Dredd waits for an answer, in milliseconds. */
export const patience = 30_000;

/** Tells of each transaction as it ends, and of what failed in it. */
export function listen(emitter: EventEmitter, end: (test: DreddTest, failure?: string) => void): void {
  const text = (message: string) => message.trim().replaceAll(/\s*\n\s*/g, '; ');
  emitter.on('test pass', (test: DreddTest) => end(test));
  emitter.on('test fail', (test: DreddTest) => end(test, text(test.message)));
  emitter.on('test error', (error: Error, test: DreddTest) => end(test, text(error.message)));
}

/** @returns what kept Dredd from running: its errors about the document; its warnings are left out */
export function run(dredd: Dredd): Promise<string[]> {
  const errors: string[] = [];
  const prepare = dredd.prepareAPIdescriptions.bind(dredd);
  // Dredd itself only logs what it has against a document.
  dredd.prepareAPIdescriptions = (done) =>
    prepare((error, descriptions) => {
      const annotations = descriptions?.flatMap((description) => description.annotations) ?? [];
      errors.push(...annotations.filter(({ type }) => type === 'error').map(({ message }) => message));
      done(error, descriptions);
    });
  return new Promise((resolve) => {
    dredd.run((error) => {
      if (error && errors.length === 0) errors.push(error.message);
      resolve(errors);
    });
  });
}
