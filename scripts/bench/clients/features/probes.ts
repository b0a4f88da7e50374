import { answerProbes } from './answerProbes.ts';
import { identityProbes } from './identityProbes.ts';
import type { Probe } from './probe.ts';
import { requestProbes } from './requestProbes.ts';

/** What an integrator would otherwise write for each project: found out by trying, against a real service. */
export const probes: readonly Probe[] = [...identityProbes, ...requestProbes, ...answerProbes];
