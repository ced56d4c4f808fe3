import {
  CAUSE_GROUPS,
  PARTY_KINDS,
  RESOURCE_NEEDS,
  SYSTEM_KINDS,
  THEMES,
} from '../../../../areas/learn/cases/schema.ts';
import { facet, text } from '../shell/search.ts';

/** What cases and lessons are narrowed by; both lists keep it in their addresses. */
export const LIBRARY = {
  group: facet(CAUSE_GROUPS),
  theme: facet(THEMES),
  system: facet(SYSTEM_KINDS),
  party: facet(PARTY_KINDS),
  need: facet(RESOURCE_NEEDS),
  search: text,
};
