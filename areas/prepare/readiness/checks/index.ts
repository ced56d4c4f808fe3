import type { Check } from '../check.ts';
import { assessmentDue } from './assessment-due.ts';
import { callMatrix } from './call-matrix.ts';
import { callTreeDepth } from './call-tree-depth.ts';
import { certificationsInDate } from './certifications-in-date.ts';
import { contractsInDate } from './contracts-in-date.ts';
import { cyberFallback } from './cyber-fallback.ts';
import { emergencyContact } from './emergency-contact.ts';
import { expertBody } from './expert-body.ts';
import { fallbackTested } from './fallback-tested.ts';
import { notifyOnDetection } from './notify-on-detection.ts';
import { personsCounted } from './persons-counted.ts';
import { planInForce } from './plan-in-force.ts';
import { recoveryTargets } from './recovery-targets.ts';
import { rosterCover } from './roster-cover.ts';
import { routesFresh } from './routes-fresh.ts';
import { serviceFallback } from './service-fallback.ts';
import { sharedUnderstanding } from './shared-understanding.ts';
import { subcontractLoop } from './subcontract-loop.ts';
import { systemEntries } from './system-entries.ts';

/** Every check, those first that keep a page from arriving. */
export const CHECKS: readonly Check[] = [
  callMatrix,
  callTreeDepth,
  rosterCover,
  routesFresh,
  planInForce,
  notifyOnDetection,
  emergencyContact,
  serviceFallback,
  cyberFallback,
  fallbackTested,
  systemEntries,
  sharedUnderstanding,
  contractsInDate,
  certificationsInDate,
  recoveryTargets,
  subcontractLoop,
  assessmentDue,
  expertBody,
  personsCounted,
];
