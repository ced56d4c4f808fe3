import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { calledOf, type Entity, type EntityKind } from '../entities/schema.ts';
import type { Finder } from '../finding/finder.ts';

/** What something is called where nobody gave it a label. */
const PLAIN: Readonly<Record<Exclude<EntityKind, 'date' | 'quantity'>, Bilingual>> = {
  person: { ja: '担当者', en: 'person in charge' },
  organisation: { ja: '関係組織', en: 'organisation concerned' },
  place: { ja: '拠点', en: 'site' },
  product: { ja: '製品', en: 'product' },
  system: { ja: 'システム', en: 'system' },
  code: { ja: '識別番号', en: 'identifier' },
};
const isNamed = (kind: EntityKind): kind is keyof typeof PLAIN => kind in PLAIN;
const letterOf = (i: number): string =>
  i < 26
    ? String.fromCharCode(65 + i)
    : `${letterOf(Math.floor(i / 26) - 1)}${String.fromCharCode(65 + (i % 26))}`;

/**
 * A label for each entity of a case: the same wherever it stands, and of its own. What would be called alike is told apart
 * by a letter, sites by a number.
 * @param present those the case speaks of, in the order they are listed
 * @throws Fault `invalid` where a label tells of what it stands for
 */
export function labelsFor(present: readonly Entity[], finder: Finder): ReadonlyMap<Entity, Bilingual> {
  const named = present.flatMap((entity) => {
    const { kind } = entity;
    return isNamed(kind) ? [{ entity, label: entity.label ?? PLAIN[kind] }] : [];
  });
  const telling = named.filter(({ label }) => finder.find(`${label.ja}\n${label.en}`).length > 0);
  if (telling.length > 0)
    throw new Fault('invalid', {
      fields: telling.map(({ entity }) => ({
        field: `${calledOf(entity)}.label`,
        mend: {
          ja: '対象を特定できる名称が含まれています。役割を表す語にしてください',
          en: 'The label names what it stands for. Use a role instead',
        },
      })),
    });
  const counts = { ja: new Map<string, Entity[]>(), en: new Map<string, Entity[]>() };
  for (const { entity, label } of named)
    for (const language of ['ja', 'en'] as const) {
      const alike = label[language].normalize('NFKC').toLowerCase();
      counts[language].set(alike, [...(counts[language].get(alike) ?? []), entity]);
    }
  return new Map(
    named.map(({ entity, label }) => {
      const alike = (['ja', 'en'] as const).map(
        (language) => counts[language].get(label[language].normalize('NFKC').toLowerCase()) ?? [],
      );
      // Alike in one language is told apart in both, by one sign.
      const group = alike.toSorted((a, b) => b.length - a.length)[0] ?? [];
      const numbered = entity.kind === 'place' && entity.label === undefined;
      if (group.length < 2 && !numbered) return [entity, label] as const;
      const place = group.indexOf(entity);
      const sign = entity.kind === 'place' ? String(place + 1) : letterOf(place);
      return [entity, { ja: `${label.ja}${sign}`, en: `${label.en} ${sign}` }] as const;
    }),
  );
}
