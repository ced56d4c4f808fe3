import fs from 'node:fs';
import type { Language } from '../../../kernel/language.ts';
import { readYaml } from '../../../kernel/yaml.ts';
import { type Plan, plan, type StartingSituation } from './schema.ts';

const FOLDER = new URL('../../../cases/plans/', import.meta.url);
const FILES: Readonly<Record<StartingSituation, string>> = {
  ransomware: 'ransomware',
  ddos: 'ddos',
  dataLeak: 'data-leak',
  supplierFault: 'supplier-fault',
  certificate: 'certificate',
  overload: 'overload',
  network: 'network',
};

const LARGEST = 200_000;
const readPart = (file: string): Record<string, unknown> =>
  readYaml(fs.readFileSync(new URL(`${file}.yaml`, FOLDER), 'utf8'), LARGEST) as Record<string, unknown>;

const isBilingual = (value: object): value is Record<Language, string> =>
  Object.keys(value).sort().join() === 'en,ja';

/** Takes one language out of what is written in both. */
function inLanguage(value: unknown, language: Language): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  if (isBilingual(value)) return value[language].trim();
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => [field, inLanguage(item, language)]),
  );
}

/** The plan to begin with for a situation, in one language; people are not in it. */
export function startingPlan(situation: StartingSituation, language: Language): Plan {
  const file = FILES[situation];
  const parts = inLanguage({ ...readPart('base'), ...readPart(file) }, language);
  return plan.parse({ ...(parts as object), key: file });
}
