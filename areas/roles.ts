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
  'survey.read',
  'survey.intake',
  'survey.manage',
  'survey.rate',
  'report.send',
  'audit.read',
  'account.own',
  // Of a link that asks somebody something; no role needs it.
  'confirmation.answer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
/** What each permission allows, for whoever grants it to a key. */
export const PERMISSION_NAMES: { readonly [P in Permission]: Bilingual } = {
  'organisation.read': { ja: '組織の閲覧', en: 'View organisation' },
  'organisation.manage': { ja: '組織の管理', en: 'Manage organisation' },
  'person.read': { ja: '利用者の閲覧', en: 'View people' },
  'person.manage': { ja: '利用者の管理', en: 'Manage people' },
  'roster.read': { ja: '当番シフト表の閲覧', en: 'View rosters' },
  'roster.manage': { ja: '当番シフト表の管理', en: 'Manage rosters' },
  'register.read': { ja: '台帳の閲覧', en: 'View registers' },
  'register.manage': { ja: '台帳の管理', en: 'Manage registers' },
  'source.read': { ja: '受信元の閲覧', en: 'View sources' },
  'source.manage': { ja: '受信元の管理', en: 'Manage sources' },
  'signal.read': { ja: 'シグナルの閲覧', en: 'View signals' },
  'signal.end': { ja: 'シグナルの手動終了', en: 'End signals manually' },
  'signal.send': { ja: 'シグナルの送信', en: 'Send signals' },
  'rule.read': { ja: '宣言ルールの閲覧', en: 'View rules' },
  'rule.manage': { ja: '宣言ルールの管理', en: 'Manage rules' },
  'incident.read': { ja: 'インシデントの閲覧', en: 'View incidents' },
  'incident.declare': { ja: 'インシデントの宣言', en: 'Declare incidents' },
  'incident.command': { ja: 'インシデントの指揮', en: 'Command incidents' },
  'incident.share': { ja: '社外との共有', en: 'Share externally' },
  'timeline.write': { ja: '時系列への記録', en: 'Add to timeline' },
  'room.read': { ja: '対応画面の閲覧', en: 'View incident room' },
  'room.write': { ja: '対応画面での記録・指示', en: 'Work in the incident room' },
  'statement.write': { ja: '発表文の作成・発表', en: 'Write and publish statements' },
  'statement.approve': { ja: '発表文の承認', en: 'Approve statements' },
  'report.submit': { ja: '届出・報告の提出', en: 'Submit reports to authorities' },
  'page.read': { ja: '呼び出しの閲覧', en: 'View pages' },
  'page.acknowledge': { ja: '呼び出しへの応答', en: 'Acknowledge pages' },
  'page.command': { ja: '利用者の呼び出し', en: 'Page people' },
  'channel.read': { ja: '通知手段の閲覧', en: 'View channels' },
  'channel.manage': { ja: '通知手段の管理', en: 'Manage channels' },
  'key.manage': { ja: '自分のAPIキーの管理', en: 'Manage own API keys' },
  'case.read': { ja: '事例の閲覧', en: 'View cases' },
  'case.write': { ja: '事例の作成', en: 'Enter cases' },
  'case.review': { ja: '事例のレビュー', en: 'Review cases' },
  'survey.read': { ja: '調査の閲覧', en: 'View survey' },
  'survey.intake': { ja: '情報連絡の受付', en: 'Handle incoming reports' },
  'survey.manage': { ja: '調査の管理', en: 'Manage surveys' },
  'survey.rate': { ja: '候補事案の評価', en: 'Rate candidates' },
  'report.send': { ja: '情報連絡の送付', en: 'Send information reports' },
  'audit.read': { ja: '監査記録の閲覧', en: 'View audit log' },
  'confirmation.answer': { ja: 'リンクによる確認への回答', en: 'Answer confirmations by link' },
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
  'report.send',
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
    name: { ja: 'お客様窓口', en: 'Customer desk' },
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
    name: { ja: '台帳担当', en: 'Register manager' },
    outside: false,
    permissions: [...LOOK, 'person.manage', 'roster.manage', 'register.manage', 'page.acknowledge'],
  },
  secretariat: {
    name: { ja: '調査事務局', en: 'Survey secretariat' },
    outside: false,
    permissions: [
      ...LOOK,
      'case.write',
      'case.review',
      'survey.read',
      'survey.intake',
      'survey.manage',
      'report.send',
    ],
  },
  rater: {
    name: { ja: '評価者', en: 'Rater' },
    outside: false,
    permissions: [
      'organisation.read',
      'person.read',
      'case.read',
      'survey.read',
      'survey.rate',
      'account.own',
    ],
  },
  reviewer: {
    name: { ja: 'レビュー担当者', en: 'Reviewer' },
    outside: false,
    permissions: [...LOOK, 'case.review'],
  },
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
