import { ROLES } from '../../roles.ts';
import { type Details, saysNoMore, type Telling } from '../../telling.ts';
import { CAUSE_WORDS } from '../calling/words.ts';
import { ACCOUNT_CHANGE_WORDS } from '../contacts/words.ts';
import type { facts } from '../facts.ts';

const COUNT = { ja: '{n}件', en: '{n} {n|entry|entries}' };
const CHECKED = {
  ja: '新規{new}件、変更{changed}件、同一{same}件、受信不可{faulty}件',
  en: '{new} new, {changed} changed, {same} unchanged, {faulty} rejected',
};
const MAIL_TURNS = {
  accept: { ja: 'メールサーバー受理', en: 'accepted by mail server' },
  hold: { ja: '未送信（保留）', en: 'held' },
  fail: { ja: '失敗', en: 'failed' },
} as const;
/** Roles as people are given them; one of another house by its name. */
const rolesIn = (roles: readonly string[], { say }: Telling): string =>
  roles
    .map((role) => (Object.hasOwn(ROLES, role) ? say(ROLES[role as keyof typeof ROLES].name) : role))
    .join(', ');

export const details: Details<typeof facts> = {
  'person.added': ({ roles }, telling) => [rolesIn(roles, telling)],
  'person.changed': ({ roles }, telling) => [rolesIn(roles, telling)],
  'person.invitation-mailed': ({ turn }, { say }) => [say(MAIL_TURNS[turn])],
  'asset.imported': ({ count }, { say }) => [say(COUNT, { n: count.toLocaleString() })],
  'asset.file-checked': ({ new: added, changed, same, faulty }, { say }) => [
    say(CHECKED, { new: added, changed, same, faulty }),
  ],
  'call-run.begun': ({ cause }, { say }) => [
    Object.hasOwn(CAUSE_WORDS, cause) ? say(CAUSE_WORDS[cause as keyof typeof CAUSE_WORDS]) : cause,
  ],
  'plan.published': ({ name, version }) => [`${name} (v${version})`],
  'pack.renewed': ({ version }) => [`v${version}`],
  'key.created': ({ until }) => [`– ${until.slice(0, 10)}`],
  'account.changed': ({ what }, { say }) => [say(ACCOUNT_CHANGE_WORDS[what])],
  ...saysNoMore(
    'asset.kept',
    'asset.removed',
    'asset.file-handed-in',
    'asset.import-wanted',
    'calendar-feed.made',
    'calendar-feed.revoked',
    'call-run.logged',
    'call-run.ended',
    'confirmation.asked',
    'confirmation.settled',
    'confirmation.answered',
    'contact.routes-kept',
    'contact.route-verified',
    'contact.route-lapsed',
    'person.removed',
    'person.invited',
    'person.invitation-withdrawn',
    'person.signed-in',
    'person.locked-out',
    'break-glass.used',
    'session.revoked',
    'key.revoked',
    'headquarters-time.wanted',
    'headquarters-time.advanced',
    'organisation.founded',
    'organisation.demo-reset',
    'organisation.mark-set',
    'organisation.mark-removed',
    'account.view-kept',
    'account.view-removed',
    'organisation.groups-kept',
    'organisation.changed',
    'unit.added',
    'register.kept',
    'register.removed',
    'duty.changed',
    'swap.asked',
    'swap.answered',
  ),
};
