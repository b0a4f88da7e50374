import type { Authority } from '../../../../scripts/mock/auth/authority.ts';
import type { Memory } from '../../../../scripts/mock/memory/memory.ts';

/** What a live server of one API holds: things, and who may ask for them. */
export interface Held {
  authority: Authority;
  memory: Memory;
}
