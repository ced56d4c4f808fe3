import type { Grade } from './schema.ts';

/** As Prometheus, Zabbix, syslog, PagerDuty and clouds call what wakes somebody. */
const GRAVE = new Set(
  'critical crit fatal error err emergency emerg alert disaster high severe page p1 sev1 sev0'.split(' '),
);
const WARNING = new Set('warning warn average medium minor degraded p2 p3 sev2 sev3'.split(' '));

/** The grade of a source's word; what nobody knows is neither grave nor a warning. */
export function gradeOf(severity: string): Grade {
  const word = severity.normalize('NFKC').trim().toLowerCase();
  return GRAVE.has(word) ? 'grave' : WARNING.has(word) ? 'warning' : 'other';
}
