import fs from 'node:fs';
import { addHeartbeat } from '../../areas/detect/monitors/add-heartbeat.ts';
import { receiveSignals } from '../../areas/detect/signals/receive-signals.ts';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { openCase } from '../../areas/learn/cases/open-case.ts';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import { turnCase } from '../../areas/learn/cases/turn-case.ts';
import { keepCard } from '../../areas/prepare/contact-routes/keep-card.ts';
import { addPerson } from '../../areas/prepare/contacts/add-person.ts';
import { renewPack } from '../../areas/prepare/pack/renew-pack.ts';
import { addUnit } from '../../areas/prepare/parties/add-unit.ts';
import { foundOrganisationWithLedger } from '../../areas/prepare/parties/found-organisation.ts';
import { publishPlan } from '../../areas/prepare/plans/publish-plan.ts';
import { startPlan } from '../../areas/prepare/plans/start-plan.ts';
import { startingPlan } from '../../areas/prepare/plans/starting-plans.ts';
import { applyRegisters } from '../../areas/prepare/register-kinds/as-code/apply-registers.ts';
import { keepEntry } from '../../areas/prepare/register-kinds/keep-entry.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { addRule } from '../../areas/respond/declare-rules/add-rule.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { addEntry } from '../../areas/respond/timeline/add-entry.ts';
import type { Role } from '../../areas/roles.ts';
import { type House, systemContext } from '../../areas/system-context.ts';
import type { Context } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Alert } from '../../sources/source.ts';

const TIME_ZONE = 'Asia/Tokyo';

/** An organisation without anything in it. */
export async function foundEmpty(house: House, clock: Clock): Promise<void> {
  const id = house.newId();
  const foundation = { id, name: '自組織 / My organisation', timeZone: TIME_ZONE, demo: false };
  await foundOrganisationWithLedger(systemContext(house, id, clock.now()), foundation);
}

const PEOPLE: readonly { name: string; email: string; roles: readonly Role[] }[] = [
  { name: '水野 透（当直）', email: 'mizuno@demo.invalid', roles: ['responder'] },
  { name: '川上 玲（指揮）', email: 'kawakami@demo.invalid', roles: ['commander'] },
  { name: '波多野 聡（浄水監視 主管）', email: 'hatano@demo.invalid', roles: ['system-owner'] },
  { name: '湊 あかり（広報）', email: 'minato@demo.invalid', roles: ['public-relations'] },
  { name: '瀬戸 健（お客様センター）', email: 'seto@demo.invalid', roles: ['customer-desk'] },
  { name: '早瀬 涼（計装保守の委託先）', email: 'hayase@contractor.invalid', roles: ['contractor'] },
];

const alert = (labels: Record<string, string>, title: string, severity: string): Alert => ({
  labels: { ...labels, severity },
  annotations: { summary: title },
  state: 'firing',
  title,
  severity,
  url: '',
  startsAt: undefined,
  expiresAt: undefined,
});

/** A water utility that does not exist, marked as a demonstration wherever it shows. Made by the same verbs as real ones. */
export async function foundDemo(house: House, clock: Clock): Promise<void> {
  const orgId = house.newId();
  const context = () => systemContext(house, orgId, clock.now());
  const foundation = { id: orgId, name: 'みなと水道サービス（デモ）', timeZone: TIME_ZONE, demo: true };
  await foundOrganisationWithLedger(context(), foundation);
  const top = await addUnit(context(), { name: '本社', parentId: null });
  const control = await addUnit(context(), { name: '運転管理部', parentId: top.id });
  await addUnit(context(), { name: '情報システム部', parentId: top.id });
  const ids: string[] = [];
  for (const { name, email, roles } of PEOPLE) {
    const person = {
      name,
      email,
      roles: [...roles],
      language: 'ja' as const,
      unitId: control.id,
      breakGlass: false,
    };
    ids.push((await addPerson(context(), person)).id);
  }
  for (const [i, id] of ids.entries()) {
    const email = PEOPLE[i]?.email ?? '';
    const routes = [
      { kind: 'phone' as const, address: `03-0000-000${i + 1}`, note: '' },
      { kind: 'email' as const, address: email, note: '' },
    ];
    await keepCard(context(), id, { routes, quiet: null });
  }
  await setDuty(context(), { personIds: ids.slice(0, 2) });
  await addHeartbeat(context(), {
    name: '夜間バックアップ / nightly backup',
    everySeconds: 86_400,
    graceSeconds: 3_600,
  });
  await addRule(context(), {
    name: '重大なシグナル / critical signals',
    matchers: [{ field: '@severity', operator: 'is', values: ['critical'] }],
    groupBy: ['service'],
    severity: 3,
    page: true,
    enabled: true,
  });
  const { id: incidentId } = await declareIncident(context(), {
    title: '料金照会サイトの応答が遅い / slow billing site',
    severity: 1,
    page: false,
    note: 'お客様センターに「画面が開かない」との問い合わせが3件。監視では閾値の手前。',
  });
  await addEntry(context(), incidentId, {
    text: '開発委託先に接続数の確認を依頼。10分後に折り返し。',
    precision: 'minute',
    figure: false,
  });
  const source = await addSource(context(), {
    kind: 'alertmanager',
    name: 'デモ監視 / demo monitoring',
    settings: {},
  });
  await receiveSignals(context(), {
    sourceId: source.id,
    alerts: [
      alert(
        { alertname: 'HighLatency', service: 'billing', instance: 'web-02' },
        '料金照会 p95 1.8秒 / billing p95 1.8 s',
        'warning',
      ),
      alert(
        { alertname: 'DiskFilling', service: 'historian', instance: 'hist-01' },
        '監視履歴サーバーの空き容量 12% / disk 12% left',
        'warning',
      ),
      alert(
        { alertname: 'CertificateExpires', service: 'portal' },
        '証明書の期限まで21日 / certificate: 21 days',
        'info',
      ),
    ],
  });
  await keepRegisters(context);
  await keepPlans(context, ids);
  await renewPack(context());
  await shelveCases(context);
}

const CASES = new URL('../../cases/', import.meta.url);

/** Its own registers, and beside them those the nine cases speak of. */
async function keepRegisters(context: () => Context): Promise<void> {
  const folder = new URL('registers/', CASES);
  for (const file of fs.readdirSync(folder).sort())
    await applyRegisters(context(), fs.readFileSync(new URL(file, folder), 'utf8'));
}

/** Who holds which role of the demonstration's plans: the person and the deputy, by their place among the people. */
const PLAN_ROLES: Readonly<Record<string, readonly [number, number]>> = {
  commander: [1, 2],
  recorder: [4, 0],
  technical: [2, 0],
  'contractor-window': [0, 2],
  'site-lead': [2, 0],
  communications: [3, 4],
  'customer-desk': [4, 3],
  reporting: [3, 1],
  executive: [1, 2],
};

/** Three plans in force, and one draft that still lacks its people. */
async function keepPlans(context: () => Context, ids: readonly string[]): Promise<void> {
  for (const situation of ['ransomware', 'ddos', 'network'] as const) {
    const plan = startingPlan(situation, 'ja');
    const roles = plan.roles.map((role) => {
      const [holder = 0, deputy = 0] = PLAN_ROLES[role.key] ?? [];
      return { ...role, personId: ids[holder] ?? null, deputyIds: ids.slice(deputy, deputy + 1) };
    });
    const { version } = await keepEntry(context(), 'plans', 0, { ...plan, roles });
    await publishPlan(context(), plan.key, version);
  }
  await startPlan(context(), 'dataLeak', 'ja');
}

/** The nine published cases stand in the library from the first day. */
async function shelveCases(context: () => Context): Promise<void> {
  const files = fs.readdirSync(CASES).filter((file) => file.endsWith('.yaml'));
  for (const file of files.sort().reverse()) {
    const { id } = await openCase(context(), readCase(fs.readFileSync(new URL(file, CASES), 'utf8')));
    await turnCase(context(), id, 'submit', 1);
    await turnCase(context(), id, 'approve', 1);
  }
}
