import type { Bilingual } from '../kernel/language.ts';

/** Everything that can be permitted. Each route and verb names one. */
export const PERMISSIONS = [
  'organisation.read',
  'organisation.manage',
  'person.read',
  'person.manage',
  'roster.read',
  'roster.manage',
  'register.read',
  'register.manage',
  'source.read',
  'source.manage',
  'signal.read',
  'signal.send',
  'rule.read',
  'rule.manage',
  'incident.read',
  'incident.declare',
  'incident.command',
  'incident.share',
  'timeline.write',
  'page.read',
  'page.acknowledge',
  'page.command',
  'channel.read',
  'channel.manage',
  'key.manage',
  'case.read',
  'case.write',
  'case.review',
  'audit.read',
  'account.own',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
/** Inside the augmentation below, `Permission` would mean the kernel's own. */
type Listed = Permission;

declare module '../kernel/permit.ts' {
  interface PermissionRegistry {
    permission: Listed;
  }
}

const LOOK = [
  'organisation.read',
  'person.read',
  'roster.read',
  'register.read',
  'signal.read',
  'incident.read',
  'page.read',
  'case.read',
  'account.own',
] as const;
const RESPOND = [
  ...LOOK,
  'incident.declare',
  'timeline.write',
  'page.acknowledge',
  'source.read',
  'rule.read',
  'channel.read',
  'case.write',
] as const;
const COMMAND = [
  ...RESPOND,
  'incident.command',
  'incident.share',
  'page.command',
  'audit.read',
  'roster.manage',
  'register.manage',
  'case.review',
] as const;

interface RoleKind {
  readonly name: Bilingual;
  /** An outside party sees only what was shared with it; row-level security holds it to that. */
  readonly outside: boolean;
  readonly permissions: readonly Permission[];
}

/** Who uses Sonae, and what each may do. The one table of permissions. */
export const ROLES = {
  administrator: { name: { ja: '管理者', en: 'Administrator' }, outside: false, permissions: PERMISSIONS },
  commander: {
    name: { ja: 'インシデント指揮者', en: 'Incident commander' },
    outside: false,
    permissions: [...COMMAND, 'key.manage'],
  },
  responder: { name: { ja: '対応者', en: 'Responder' }, outside: false, permissions: RESPOND },
  'system-owner': {
    name: { ja: 'システム主管', en: 'System owner' },
    outside: false,
    permissions: [...RESPOND, 'rule.manage', 'source.manage', 'register.manage', 'key.manage'],
  },
  'public-relations': {
    name: { ja: '広報', en: 'Public relations' },
    outside: false,
    permissions: [...LOOK, 'timeline.write', 'page.acknowledge'],
  },
  'customer-desk': {
    name: { ja: '顧客窓口', en: 'Customer desk' },
    outside: false,
    permissions: [...LOOK, 'incident.declare', 'timeline.write', 'page.acknowledge'],
  },
  executive: {
    name: { ja: '経営層', en: 'Executive' },
    outside: false,
    permissions: [...LOOK, 'page.acknowledge', 'audit.read'],
  },
  'site-staff': {
    name: { ja: '拠点担当', en: 'Site staff' },
    outside: false,
    permissions: [...LOOK, 'incident.declare', 'timeline.write', 'page.acknowledge'],
  },
  'group-company': {
    name: { ja: 'グループ会社', en: 'Group company' },
    outside: false,
    permissions: [...LOOK, 'incident.declare', 'timeline.write', 'page.acknowledge'],
  },
  'register-keeper': {
    name: { ja: '台帳担当', en: 'Register keeper' },
    outside: false,
    permissions: [...LOOK, 'person.manage', 'roster.manage', 'register.manage', 'page.acknowledge'],
  },
  secretariat: {
    name: { ja: '調査事務局', en: 'Survey secretariat' },
    outside: false,
    permissions: [...LOOK, 'case.write', 'case.review'],
  },
  reviewer: { name: { ja: '査読者', en: 'Reviewer' }, outside: false, permissions: [...LOOK, 'case.review'] },
  contractor: {
    name: { ja: '委託先', en: 'Contractor' },
    outside: true,
    permissions: ['incident.read', 'timeline.write', 'page.read', 'page.acknowledge', 'account.own'],
  },
} as const satisfies Record<string, RoleKind>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

/** The union of what the roles allow; names this version does not know give nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((role) => [...ROLES[role].permissions]));
}

/** Outside as soon as one role is: a contractor with a second, inner role stays outside until the first is taken away. */
export const isOutside = (roles: readonly string[]): boolean =>
  roles.filter(isRole).some((role) => ROLES[role].outside);
