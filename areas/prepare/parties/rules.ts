import { canonicalJson } from '../../../kernel/text.ts';
import type { Party } from './schema.ts';

/**
 * Ids of units by name. A name that two units bear says of neither which, and is left out.
 * @param written how names are compared
 */
export const idsByName = (
  units: readonly { readonly id: string; readonly name: string }[],
  written: (name: string) => string = (name) => name,
): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(units, ({ name }) => written(name))].flatMap(([name, [one, ...others]]) =>
      one && others.length === 0 ? [[name, one.id] as const] : [],
    ),
  );

/** What both sides are to understand alike: a change of it needs a new answer (C1-L3). */
export const sheetText = ({ sheet }: Party): string =>
  canonicalJson([sheet.configuration, sheet.importance, sheet.duties]);

/** A party as it is kept: an answer to what the sheet said before is none to what it says now. */
export function withStaleAnswerDropped(before: Party | undefined, after: Party): Party {
  const answered = after.sheet.acknowledgedOn;
  const unchanged = before === undefined || sheetText(before) === sheetText(after);
  if (answered === null || unchanged || before.sheet.acknowledgedOn !== answered) return after;
  return { ...after, sheet: { ...after.sheet, acknowledgedOn: null } };
}
