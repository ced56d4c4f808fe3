import type { z } from 'zod';
import { facts as detect } from './detect/facts.ts';
import { facts as learn } from './learn/facts.ts';
import { facts as prepare } from './prepare/facts.ts';
import { facts as respond } from './respond/facts.ts';
import { facts as sending } from './sending/facts.ts';
import { facts as survey } from './survey/facts.ts';

/** Every kind of fact that can happen: the vocabulary of the ledger, declared by the area in which it happens. */
export const FACTS = { ...prepare, ...detect, ...respond, ...learn, ...survey, ...sending } as const;

export type FactName = keyof typeof FACTS;
export type FactBody<K extends FactName> = z.infer<(typeof FACTS)[K]['body']>;

export const isFactName = (kind: string): kind is FactName => Object.hasOwn(FACTS, kind);
