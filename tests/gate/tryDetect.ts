import { readApi } from '../../scripts/apis/readApi.ts';
import { detectAll } from './detection/detectAll.ts';

const [names = '', only = ''] = process.argv.slice(2);
const apis = await Promise.all(names.split(',').map((name) => readApi({ root: process.cwd(), name })));
const told = await detectAll({ apis, seed: 1, ...(only && { only: only.split(',') }) });
const groups = Map.groupBy(told, (one) => `${one.check} | ${one.fault} | ${one.outcome}`);
for (const [key, list] of [...groups].sort()) {
  const ex = list[0]!;
  console.log(
    String(list.length).padStart(5),
    key,
    ex.outcome === 'caught'
      ? `avg findings ${(list.reduce((n, x) => n + x.findings, 0) / list.length).toFixed(1)} also ${[...new Set(list.flatMap((x) => x.also))]}`
      : `e.g. ${ex.api} ${ex.operationId} ${ex.place} ${ex.status ?? ''} also ${ex.also}`,
  );
}
