import type {
  CAUSE_GROUPS,
  PARTY_KINDS,
  RESOURCE_NEEDS,
  SYSTEM_KINDS,
  THEMES,
} from '../../../../areas/learn/cases/schema.ts';
import { facet, text } from '../shell/search.ts';

/** What cases and lessons are narrowed by; both lists keep it in their addresses. */
export const LIBRARY = {
  group: facet<(typeof CAUSE_GROUPS)[number]>({ cyberAttack: true, systemDefect: true }),
  theme: facet<(typeof THEMES)[number]>({
    assets: true,
    backups: true,
    contacts: true,
    contractors: true,
    development: true,
    drills: true,
    experts: true,
    improvement: true,
    load: true,
    media: true,
    precursors: true,
    procedures: true,
    reporting: true,
    resources: true,
    sharing: true,
    specifications: true,
    suppliers: true,
    triage: true,
    vulnerabilities: true,
  }),
  system: facet<(typeof SYSTEM_KINDS)[number]>({
    system: true,
    network: true,
    platform: true,
    site: true,
    artifact: true,
    channel: true,
  }),
  party: facet<(typeof PARTY_KINDS)[number]>({
    operator: true,
    organisation: true,
    executives: true,
    department: true,
    group: true,
    actor: true,
    attacker: true,
  }),
  need: facet<(typeof RESOURCE_NEEDS)[number]>({ low: true, mid: true, high: true }),
  search: text,
};
