import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { fillIn } from '../../../kernel/text.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import { AUDIENCE_WORDS } from '../../prepare/plans/words.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { changesOf } from '../changes/index.ts';
import { statementsOf } from '../communications/index.ts';
import { inOrderOfSending, owedEnds } from '../communications/rules.ts';
import { lastHeadquarters } from '../headquarters/index.ts';
import { hypothesesOf } from '../investigation/index.ts';
import { countNotices } from '../notices/index.ts';
import type { NoticeState } from '../notices/schema.ts';
import { STAGE_WORDS } from '../regimes/words.ts';
import { namedReportsOf } from '../reports/index.ts';
import { openTasksOf } from '../tasks/index.ts';
import { keepsOpen } from '../tasks/rules.ts';

/** Of a notice to an affected person: nobody knows that it arrived. */
const UNTOLD: readonly NoticeState[] = ['queued', 'held', 'sending', 'failed'];

/** Everything that keeps an incident from being closed, each by name with its mend (Y34, C4-R6). */
export async function obstaclesTo(
  trx: Transaction<Tables>,
  incidentId: string,
  now: Temporal.Instant,
): Promise<FieldFault[]> {
  const tasks = (await openTasksOf(trx, incidentId)).filter(keepsOpen);
  const untold = (await countNotices(trx, incidentId))
    .filter(({ kind, state }) => kind === 'individual' && UNTOLD.includes(state))
    .reduce((sum, { count }) => sum + Number(count), 0);
  const reports = (await namedReportsOf(trx, incidentId)).filter(({ state }) => state === 'due');
  const sent = inOrderOfSending(await statementsOf(trx, incidentId));
  const changes = (await changesOf(trx, incidentId)).filter(
    ({ state, expiresAt }) =>
      state === 'applied' && (expiresAt === null || Temporal.Instant.compare(expiresAt, now) <= 0),
  );
  const outlets = new Map((await readRegister(trx, OUTLETS)).map(({ key, entry }) => [key, entry.name]));
  const headquarters = await lastHeadquarters(trx, incidentId);
  const asked = (await hypothesesOf(trx, incidentId)).filter(({ cyber }) => cyber);
  const answered = asked.length > 0 && asked.every(({ state }) => state !== 'open');
  return [
    ...(answered
      ? []
      : [
          {
            field: 'cyber',
            mend: {
              ja: 'サイバー攻撃の有無と、その判断の根拠を入力してください',
              en: 'Answer whether it was a cyber attack, and how you know',
            },
          },
        ]),
    ...(headquarters?.state === 'standing' || headquarters?.state === 'proposed'
      ? [
          {
            field: 'headquarters',
            mend: {
              ja: '対策本部を解散するか、設置の見送りを記録してください',
              en: 'Stand down the headquarters, or decline the proposal',
            },
          },
        ]
      : []),
    ...tasks.map(({ number, title }) => ({
      field: `tasks.${number}`,
      mend: {
        ja: `未完了の必須のタスク・確認・一斉点検があります：${title}`,
        en: `A required task, check or sweep is not done: ${title}`,
      },
    })),
    ...reports.map(({ regime, name, stage }) => ({
      field: `reports.${regime}.${stage}`,
      mend: {
        ja: `未提出の報告があります：${name.ja}（${STAGE_WORDS[stage].ja}）`,
        en: `A report is not submitted: ${name.en} (${STAGE_WORDS[stage].en})`,
      },
    })),
    ...owedEnds(sent).map(({ audience, outlet }) => ({
      field: `statements.${audience}.${outlet}`,
      mend: {
        ja: `終了を知らせていない発信先があります：${AUDIENCE_WORDS[audience].ja}（${outlets.get(outlet) ?? outlet}）`,
        en: `Not yet informed of the end: ${AUDIENCE_WORDS[audience].en} (${outlets.get(outlet) ?? outlet})`,
      },
    })),
    ...(untold > 0
      ? [
          {
            field: 'individuals',
            mend: {
              ja: `未達の個別通知が${untold}件あります。再送するか、別の手段で連絡して記録してください`,
              en: fillIn(
                '{untold} individual {untold|notice has|notices have} not arrived. Resend, or inform people by other means and record it',
                { untold },
              ),
            },
          },
        ]
      : []),
    ...changes.map(({ number, title }) => ({
      field: `changes.${number}`,
      mend: {
        ja: `期限が未設定または期限超過の応急措置があります：${title}`,
        en: `A temporary fix has no end time or has expired: ${title}`,
      },
    })),
  ];
}
