import { createHash } from 'node:crypto';
import type { Tx } from '../../../database/transaction.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import type { ReportContent, Stage } from '../content/schema.ts';
import { calledAt, type FieldPath } from '../content/words.ts';
import { listsInForce } from '../editions/index.ts';
import { holdToDeadlines } from './hold-to-deadlines.ts';
import { tellOrigin } from './packages/tell-origin.ts';
import { type ReceiptFault, weighVersion } from './rules.ts';
import type { Door } from './schema.ts';
import { contentOf, insertVersion, nextReceipt, type StoredReport, showVersion } from './store.ts';
import { RECEIPT_FAULTS } from './words.ts';

const PATH_OF: Readonly<Record<string, FieldPath>> = {
  operator: 'operator.name',
  time: 'times.noticed',
};

const pathsOf = (fault: ReceiptFault): readonly string[] => {
  switch (fault.fault) {
    case 'missing':
      return fault.what.map((each) => PATH_OF[each] ?? each);
    case 'lost':
    case 'unlisted':
      return [fault.path];
    case 'ahead':
      return fault.paths;
    case 'order':
      return fault.moments.map((moment) => `times.${moment}`);
    case 'same':
      return ['outline'];
    case 'stage':
      return ['stage'];
  }
};

/** Each field that stands in the way, called as people call it. */
export const fieldsOf = (fault: ReceiptFault): FieldFault[] =>
  pathsOf(fault).map((path) => {
    const name = calledAt(path);
    return {
      field: path === 'stage' ? path : `content.${path}`,
      ...(name && { name }),
      mend: RECEIPT_FAULTS[fault.fault],
    };
  });

export interface Handed {
  readonly content: ReportContent;
  readonly stage: Stage;
  readonly door: Door;
  readonly sender: string;
  readonly submittedAt: Temporal.Instant;
}

/**
 * Receives a version of a locked report, whichever door it came by: the first gets the next receipt number and an event of
 * its own, a later one is held against the one before.
 * @throws Fault `invalid` with every field that stands in the way
 */
export async function receiveWithin(
  tx: Tx,
  report: StoredReport,
  handed: Handed,
): Promise<{ number: number; version: number }> {
  const { ctx } = tx;
  const version = report.version + 1;
  const before = report.version > 0 ? await contentOf(tx.sql, report.id, report.version) : undefined;
  const weighed = weighVersion(
    handed.content,
    before,
    handed.stage,
    version,
    await listsInForce(tx.sql),
    handed.submittedAt,
  );
  if ('fault' in weighed) throw new Fault('invalid', { fields: fieldsOf(weighed) });
  const sha256 = createHash('sha256').update(canonicalJson(handed.content)).digest('hex');
  const written = { ...handed, version, sha256, differences: weighed.differences };
  const receipt = {
    number: report.number ?? (await nextReceipt(tx.sql, ctx.orgId)),
    eventId: report.eventId ?? ctx.newId(),
  };
  await insertVersion(tx.sql, ctx.orgId, report.id, written, ctx.now);
  await showVersion(tx.sql, report, written, receipt);
  const submittedAt = report.submittedAt ?? handed.submittedAt;
  await holdToDeadlines(tx.sql, { ...report, submittedAt }, handed.content);
  const { number } = receipt;
  await tellOrigin(tx, report.id, 'verdict', { number, version, verdict: 'inReview', reason: '' });
  record(tx, 'survey.report-received', {
    body: {
      reportId: report.id,
      number: receipt.number,
      version,
      stage: handed.stage,
      door: handed.door,
      sha256,
    },
  });
  return { number: receipt.number, version };
}
