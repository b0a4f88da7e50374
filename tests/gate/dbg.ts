import { readApi } from '../../scripts/apis/readApi.ts';
import { families } from './detection/catalogue/families.ts';
import { recordTruth } from './detection/recordTruth.ts';
import { answerWith, startLiar } from './detection/startLiar.ts';
import { truthfulServer } from './detection/truthfulServer.ts';
const [name = '', id = '', needle = ''] = process.argv.slice(2);
const apis = [await readApi({ root: process.cwd(), name })];
const server = await truthfulServer(apis);
const liar = await startLiar(server);
const idx = apis[0]!.operations.findIndex((o) => o.operationId === id);
const [subject] = await recordTruth({ apis, liar, server, seed: 1, isOwn: (i) => i === idx });
for (const f of Object.values(families)) for (const fault of f(subject!)) {
  if (!`${fault.name} ${fault.place}`.includes(needle)) continue;
  console.log('FAULT', fault.name, fault.place, fault.leftOut);
  for (const t of subject!.truthfuls) {
    if (!fault.applies({ operation: subject!.operation, request: t.request, answer: t.answer })) continue;
    try {
    const a = await answerWith({ fault, operation: subject!.operation, truth: subject!.truth }, t.request, server);
    if (a.status !== t.answer.status) console.log('  ', t.one.title, t.answer.status, '→', a.status, a.status>=500? a.body.toString().slice(0,300):'');
    } catch (e) { console.log('  ', t.one.title, 'ERR', String(e).slice(0, 300)); }
  }
}
process.exit(0);
