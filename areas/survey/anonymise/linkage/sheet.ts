import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { readZone } from '../../../prepare/parties/index.ts';
import { eventOfCase } from '../../drafting/index.ts';
import { listsInForce } from '../../editions/index.ts';
import { newestEdition } from '../store.ts';
import { printedCases } from '../vocabulary/printed.ts';
import { filled } from '../words.ts';
import { numbersUsedIn, rareNumbers, type UsedNumbers } from './rows.ts';
import { isOpen } from './rules.ts';
import type { LinkageRow } from './schema.ts';
import { alikeEvents, decisionsOf, type KeptDecision, publicFactsOf } from './store.ts';
import { ONLY_ONE } from './words.ts';

let used: UsedNumbers | undefined;
const usedNumbers = (): UsedNumbers => {
  used ??= numbersUsedIn(printedCases());
  return used;
};

/** What it is the only one of among all that was reported. */
async function combinations(trx: Transaction<Tables>, caseId: string): Promise<LinkageRow[]> {
  const eventId = await eventOfCase(trx, caseId);
  if (!eventId) return [];
  const alike = await alikeEvents(trx, eventId, await readZone(trx));
  if (!alike || alike.count > 1) return [];
  const lists = await listsInForce(trx);
  const named = (list: 'sectors' | 'eventTypes', key: string): Bilingual =>
    lists[list].entries.find((entry) => entry.key === key)?.name ?? { ja: key, en: key };
  const { sector, type, quarter } = alike;
  const said = (language: 'ja' | 'en'): string =>
    filled(ONLY_ONE, {
      sector: named('sectors', sector)[language],
      type: named('eventTypes', type)[language],
      quarter,
    })[language];
  return [
    {
      key: `combination:${sector}:${type}:${quarter}`,
      kind: 'combination',
      path: '',
      what: quarter,
      text: { ja: said('ja'), en: said('en') },
      address: '',
    },
  ];
}

export interface SheetRow extends LinkageRow {
  readonly decision: KeptDecision | null;
  readonly open: boolean;
}
export interface LinkageSheet {
  readonly number: number | null;
  readonly rows: readonly SheetRow[];
}

/** What the newest edition of a case could be linked by, each with what was decided about it. */
export async function linkageSheet(trx: Transaction<Tables>, caseId: string): Promise<LinkageSheet> {
  const edition = await newestEdition(trx, caseId);
  const decisions = new Map((await decisionsOf(trx, caseId)).map((each) => [each.key, each]));
  const facts = (await publicFactsOf(trx, caseId)).map(
    ({ id, text, address }): LinkageRow => ({
      key: `fact:${id}`,
      kind: 'fact',
      path: '',
      what: text,
      text: { ja: text, en: text },
      address,
    }),
  );
  const rows = [
    ...(edition ? rareNumbers(edition.document, usedNumbers()) : []),
    ...(edition ? await combinations(trx, caseId) : []),
    ...facts,
  ];
  const number = edition?.number ?? null;
  return {
    number,
    rows: rows.map((row) => {
      const decision = decisions.get(row.key) ?? null;
      return { ...row, decision, open: isOpen(row, decision, number ?? 0) };
    }),
  };
}
