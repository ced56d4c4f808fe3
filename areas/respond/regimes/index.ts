import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { RegimeDocument, RegimeView } from './schema.ts';
import { startingRegimes } from './starting-regimes.ts';
import { editionsOf, type KeptRegime, newestRegimes } from './store.ts';

const FIRST = 1;

const first = (regime: string, document: RegimeDocument): RegimeView => ({
  regime,
  edition: FIRST,
  since: null,
  ...document,
});
const seen = ({ regime, edition, document, since }: KeptRegime): RegimeView => ({
  regime,
  edition,
  since: since.toString(),
  ...document,
});

/** Every regime as it is here now: those the product brings in their order, then the organisation's own. */
export async function regimesNow(trx: Transaction<Tables>): Promise<RegimeView[]> {
  const kept = new Map((await newestRegimes(trx)).map((each) => [each.regime, seen(each)]));
  const brought = startingRegimes();
  return [
    ...[...brought].map(([regime, document]) => kept.get(regime) ?? first(regime, document)),
    ...[...kept.values()].filter(({ regime }) => !brought.has(regime)),
  ];
}

/** Every edition of a regime, newest first, down to the one the product brought. */
export async function regimeEditions(trx: Transaction<Tables>, regime: string): Promise<RegimeView[]> {
  const brought = startingRegimes().get(regime);
  return [...(await editionsOf(trx, [regime])).map(seen), ...(brought ? [first(regime, brought)] : [])];
}

interface Edition {
  readonly regime: string;
  readonly edition: number;
}
const nameOf = ({ regime, edition }: Edition): string => `${regime} ${edition}`;

/** The editions reports were opened by, whatever came after them. */
export async function regimesOf(
  trx: Transaction<Tables>,
  wanted: readonly Edition[],
): Promise<(of: Edition) => RegimeDocument> {
  const brought = startingRegimes();
  const later = [
    ...new Set(
      wanted
        .filter(({ regime, edition }) => edition !== FIRST || !brought.has(regime))
        .map(({ regime }) => regime),
    ),
  ];
  const kept = new Map(
    later.length === 0
      ? []
      : (await editionsOf(trx, later)).map((each) => [nameOf(each), each.document] as const),
  );
  return (of) => {
    const found = kept.get(nameOf(of)) ?? (of.edition === FIRST ? brought.get(of.regime) : undefined);
    if (!found) throw new Error(`no edition ${of.edition} of the regime ${of.regime}`);
    return found;
  };
}
/** The same of one. */
export const regimeOf = async (trx: Transaction<Tables>, of: Edition): Promise<RegimeDocument> =>
  (await regimesOf(trx, [of]))(of);
