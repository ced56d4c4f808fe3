import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
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
import { reportsOf } from '../reports/index.ts';
import { REGIMES, STAGE_WORDS } from '../reports/words.ts';
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
  const reports = (await reportsOf(trx, incidentId)).filter(({ state }) => state === 'due');
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
              ja: 'サイバー攻撃だったか、どう除外したかに答えてください',
              en: 'Say whether it was an attack, or how that was excluded',
            },
          },
        ]),
    ...(headquarters?.state === 'standing' || headquarters?.state === 'proposed'
      ? [
          {
            field: 'headquarters',
            mend: {
              ja: '対策本部を解散するか、設置を見送ってください',
              en: 'Stand the headquarters down, or decline the proposal',
            },
          },
        ]
      : []),
    ...tasks.map(({ number, title }) => ({
      field: `tasks.${number}`,
      mend: {
        ja: `必須のタスク・確認・一斉点検が残っています：${title}`,
        en: `A required task, check or sweep is open: ${title}`,
      },
    })),
    ...reports.map(({ regime, stage }) => ({
      field: `reports.${regime}.${stage}`,
      mend: {
        ja: `提出していない報告があります：${REGIMES[regime].name.ja}（${STAGE_WORDS[stage].ja}）`,
        en: `A report has not gone out: ${REGIMES[regime].name.en} (${STAGE_WORDS[stage].en})`,
      },
    })),
    ...owedEnds(sent).map(({ audience, outlet }) => ({
      field: `statements.${audience}.${outlet}`,
      mend: {
        ja: `終了を知らせていない相手がいます：${AUDIENCE_WORDS[audience].ja}（${outlets.get(outlet) ?? outlet}）`,
        en: `Told of the beginning and not of the end: ${AUDIENCE_WORDS[audience].en} (${outlets.get(outlet) ?? outlet})`,
      },
    })),
    ...(untold > 0
      ? [
          {
            field: 'individuals',
            mend: {
              ja: `まだ届いていない個別のお知らせが${untold}件あります。送り直すか、別の手段で伝えて記録してください`,
              en: `${untold} individual notices have not arrived: send them again, or tell people otherwise and record it`,
            },
          },
        ]
      : []),
    ...changes.map(({ number, title }) => ({
      field: `changes.${number}`,
      mend: {
        ja: `期限がない、または期限を過ぎた応急措置が残っています：${title}`,
        en: `A stop-gap is in place without an end, or past it: ${title}`,
      },
    })),
  ];
}
