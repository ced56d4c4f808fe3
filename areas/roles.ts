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
  'signal.end',
  'rule.read',
  'rule.manage',
  'incident.read',
  'incident.declare',
  'incident.command',
  'incident.share',
  'timeline.write',
  'room.read',
  'room.write',
  'statement.write',
  'statement.approve',
  'report.submit',
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
  // Of a link that asks somebody something; no role needs it.
  'confirmation.answer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
/** What each permission allows, for whoever grants it to a key. */
export const PERMISSION_NAMES: { readonly [P in Permission]: Bilingual } = {
  'organisation.read': { ja: '組織を見る', en: 'See the organisation' },
  'organisation.manage': { ja: '組織を管理', en: 'Manage the organisation' },
  'person.read': { ja: '人を見る', en: 'See people' },
  'person.manage': { ja: '人を管理', en: 'Manage people' },
  'roster.read': { ja: '当番表を見る', en: 'See rosters' },
  'roster.manage': { ja: '当番表を管理', en: 'Manage rosters' },
  'register.read': { ja: '台帳を見る', en: 'See registers' },
  'register.manage': { ja: '台帳を管理', en: 'Manage registers' },
  'source.read': { ja: '受信元を見る', en: 'See sources' },
  'source.manage': { ja: '受信元を管理', en: 'Manage sources' },
  'signal.read': { ja: 'シグナルを見る', en: 'See signals' },
  'signal.end': { ja: 'シグナルを終わりにする', en: 'End signals by hand' },
  'signal.send': { ja: 'シグナルを送る', en: 'Send signals' },
  'rule.read': { ja: '宣言ルールを見る', en: 'See rules' },
  'rule.manage': { ja: '宣言ルールを管理', en: 'Manage rules' },
  'incident.read': { ja: 'インシデントを見る', en: 'See incidents' },
  'incident.declare': { ja: 'インシデントを宣言', en: 'Declare incidents' },
  'incident.command': { ja: 'インシデントを指揮', en: 'Command incidents' },
  'incident.share': { ja: '外部と共有', en: 'Share with outside parties' },
  'timeline.write': { ja: '時系列に書く', en: 'Write on the timeline' },
  'room.read': { ja: '対応の部屋を見る', en: 'See the incident room' },
  'room.write': { ja: '対応の部屋で記録・指示する', en: 'Work in the incident room' },
  'statement.write': { ja: '発表文を書く・発表する', en: 'Write and send statements' },
  'statement.approve': { ja: '発表文を承認', en: 'Approve statements' },
  'report.submit': { ja: '届出・報告を提出', en: 'Submit reports to authorities' },
  'page.read': { ja: '呼出を見る', en: 'See pages' },
  'page.acknowledge': { ja: '呼出に応答', en: 'Acknowledge pages' },
  'page.command': { ja: '人を呼び出す', en: 'Page people' },
  'channel.read': { ja: '通知手段を見る', en: 'See channels' },
  'channel.manage': { ja: '通知手段を管理', en: 'Manage channels' },
  'key.manage': { ja: '自分の鍵を管理', en: 'Manage own keys' },
  'case.read': { ja: '事例を読む', en: 'Read cases' },
  'case.write': { ja: '事例を書く', en: 'Write cases' },
  'case.review': { ja: '事例を査読', en: 'Review cases' },
  'audit.read': { ja: '監査記録を見る', en: 'Read the audit log' },
  'confirmation.answer': { ja: '確認の問いに答える', en: 'Answer a question by link' },
  'account.own': { ja: '自分のアカウント', en: 'Own account' },
};
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
  'room.read',
  'page.read',
  'case.read',
  'account.own',
] as const;
const RESPOND = [
  ...LOOK,
  'incident.declare',
  'timeline.write',
  'room.write',
  'signal.end',
  'report.submit',
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
  'statement.write',
  'statement.approve',
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
    permissions: [
      ...LOOK,
      'timeline.write',
      'room.write',
      'statement.write',
      'statement.approve',
      'report.submit',
      'page.acknowledge',
    ],
  },
  'customer-desk': {
    name: { ja: '顧客窓口', en: 'Customer desk' },
    outside: false,
    permissions: [
      ...LOOK,
      'incident.declare',
      'timeline.write',
      'room.write',
      'statement.write',
      'page.acknowledge',
    ],
  },
  executive: {
    name: { ja: '経営層', en: 'Executive' },
    outside: false,
    permissions: [...LOOK, 'page.acknowledge', 'statement.approve', 'audit.read'],
  },
  'site-staff': {
    name: { ja: '拠点担当', en: 'Site staff' },
    outside: false,
    permissions: [...LOOK, 'incident.declare', 'timeline.write', 'room.write', 'page.acknowledge'],
  },
  'group-company': {
    name: { ja: 'グループ会社', en: 'Group company' },
    outside: false,
    permissions: [...LOOK, 'incident.declare', 'timeline.write', 'room.write', 'page.acknowledge'],
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

/** Roles that allow something. */
export const rolesThatMay = (permission: Permission): Role[] =>
  ROLE_NAMES.filter((role) => permissionsOf([role]).has(permission));

/** The union of what the roles allow; names this version does not know give nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((role) => [...ROLES[role].permissions]));
}

/** Outside as soon as one role is: a contractor with a second, inner role stays outside until the first is taken away. */
export const isOutside = (roles: readonly string[]): boolean =>
  roles.filter(isRole).some((role) => ROLES[role].outside);
