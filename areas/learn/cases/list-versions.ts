import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { type CaseDocument, CLAIM_SECTIONS, PARTS, type turnView, type versionView } from './schema.ts';
import { versionsOf } from './store.ts';
import { turnsOf } from './turns.ts';

/** The parts in which two versions differ. */
function changedParts(before: CaseDocument, after: CaseDocument): string[] {
  const told = (document: CaseDocument, part: (typeof PARTS)[number]): string => {
    const section = CLAIM_SECTIONS.find((each) => part === `sections.${each}`);
    return canonicalJson(section ? document.sections[section] : document[part as keyof CaseDocument]);
  };
  return PARTS.filter((part) => told(before, part) !== told(after, part));
}

interface History {
  readonly versions: z.input<typeof versionView>[];
  readonly turns: z.input<typeof turnView>[];
}

/** Who wrote which version when, what it changed, and who reviewed which; the newest first. */
export async function listVersions(ctx: Context, id: string): Promise<History> {
  permit(ctx, 'case.read');
  return reading(ctx, async (trx) => {
    const versions = await versionsOf(trx, id);
    if (versions.length === 0) throw new Fault('not-found');
    const turns = await turnsOf(trx, id);
    const names = await namesBehind(
      trx,
      [...versions.map(({ changedBy }) => changedBy), ...turns.map(({ turnedBy }) => turnedBy)],
      ctx.language,
    );
    const written = versions
      .map(({ version, document, changedAt, changedBy }, i) => {
        const before = versions[i - 1];
        return {
          version,
          changedAt: changedAt.toString(),
          changedBy: names[changedBy] ?? changedBy,
          changed: before ? changedParts(before.document, document) : [],
        };
      })
      .reverse();
    const taken = turns.map(({ turnedAt, turnedBy, ...turn }) => ({
      ...turn,
      at: turnedAt.toString(),
      by: names[turnedBy] ?? turnedBy,
    }));
    return { versions: written, turns: taken.reverse() };
  });
}
