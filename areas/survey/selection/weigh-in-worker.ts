import { Fault } from '../../../kernel/errors.ts';
import { inWorker } from '../../../kernel/in-worker.ts';
import { type Asked, type Weighed, weigh } from './weigh.ts';

const WORKER = new URL('./weigh-worker.ts', import.meta.url);
const LIMITS = { longestMs: 60_000, mostMemoryMb: 512 };
/** So few are weighed sooner than a thread begins. */
const FEW = 40;

const exceeded = (): Fault =>
  new Fault('too-large', {
    detail: {
      ja: '候補が多すぎるため、集計できません。候補を絞り込んでください',
      en: 'There are too many candidates to weigh. Narrow them down',
    },
  });

/** The same on a thread of its own where there are many candidates: whoever is paged meanwhile waits for nobody. */
export const weighAside = async (asked: Asked): Promise<Weighed> =>
  asked.eventIds.length <= FEW ? weigh(asked) : inWorker<Weighed>(WORKER, asked, LIMITS, exceeded);
