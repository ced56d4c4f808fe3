import { calledOf, type Entity } from '../entities/schema.ts';
import { foldName } from '../folding/fold-text.ts';
import { shortened } from '../folding/kana.ts';
import { inKana, isKanaWord, latinForms } from '../folding/romaji.ts';
import { housesOfAddress, initialsOf, isLatin, turnedNames, withoutModel } from './english.ts';
import type { Edges, Form } from './form.ts';
import { barePlaces, readingsOfPlace, shortNames, withoutBusiness, withoutLegalForm } from './japanese.ts';
import { otherNumerals } from './numerals.ts';
import { partsOfName } from './people.ts';

interface Name {
  readonly name: string;
  readonly edges: Edges;
}
const word = (name: string): Name => ({ name, edges: 'word' });

/** Names that rules make of one: shorter, turned, in initials. */
function madeOf(name: string, { kind }: Entity): Name[] {
  const addresses = housesOfAddress(name);
  if (addresses.length > 0) return addresses.map(word);
  const turned = turnedNames(name).map(word);
  switch (kind) {
    case 'person':
      return partsOfName(name).map(({ name: part, called, capitals }) => ({
        name: part,
        edges: capitals ? 'capitals' : called ? 'called' : 'word',
      }));
    case 'organisation': {
      const whole = [name, ...withoutLegalForm(name)];
      const stems = [...whole, ...whole.flatMap(withoutBusiness)];
      return [
        ...stems.flatMap((stem) => [
          word(stem),
          ...turnedNames(stem).map(word),
          ...readingsOfPlace(stem).map(word),
        ]),
        ...stems.flatMap((stem) => shortNames(stem).map((short): Name => ({ name: short, edges: 'alone' }))),
        ...stems.flatMap((stem) =>
          initialsOf(stem).map((short): Name => ({ name: short, edges: 'capitals' })),
        ),
      ];
    }
    case 'place':
      return [
        ...turned,
        ...barePlaces(name).map(word),
        ...[name, ...barePlaces(name)].flatMap((each) => readingsOfPlace(each).map(word)),
        ...shortNames(name).map((short): Name => ({ name: short, edges: 'alone' })),
        ...initialsOf(name).map((short): Name => ({ name: short, edges: 'capitals' })),
      ];
    case 'product':
    case 'system':
      return [
        ...turned,
        ...withoutModel(name).map(word),
        ...initialsOf(name).map((short): Name => ({ name: short, edges: 'capitals' })),
      ];
    default:
      return turned;
  }
}

/** How a name may be written: as it is, with other numerals, and by its sound in kana and Latin letters. */
function writtenAs({ name, edges }: Name): Form[] {
  const letters = foldName(name);
  if (letters === '') return [];
  const own: Form[] = [{ letters, shown: name, edges, sounds: false }];
  for (const other of otherNumerals(name))
    own.push({ letters: foldName(other), shown: other, edges, sounds: false });
  if (edges === 'capitals') return own;
  if (isKanaWord(letters)) {
    const kana = shortened(letters);
    const latin = latinForms(name).filter((each) => each.length >= 3);
    return [
      { letters: kana, shown: name, edges, sounds: true },
      ...latin.map((each): Form => ({ letters: each, shown: each, edges, sounds: true })),
    ];
  }
  // Kana within a word of kanji is folded too, with its long vowels as they are.
  if (isLatin(name) && letters.length >= 4) {
    const kana = inKana(letters);
    if (kana !== undefined)
      return [
        ...own,
        { letters: shortened(letters), shown: name, edges, sounds: true },
        { letters: shortened(kana), shown: kana, edges, sounds: true },
        ...latinForms(kana).map((each): Form => ({ letters: each, shown: each, edges, sounds: true })),
      ];
  }
  return own;
}

/** Every form an entity is looked for by; dates and quantities are read as values besides. */
export function formsOf(entity: Entity): Form[] {
  const names = [...entity.names, ...entity.aliases].flatMap((name) => [word(name), ...madeOf(name, entity)]);
  const forms = new Map<string, Form>();
  for (const form of names.flatMap(writtenAs)) {
    const known = forms.get(form.letters);
    // What is found more freely wins.
    if (!known || (known.edges !== 'word' && form.edges === 'word')) forms.set(form.letters, form);
    else if (form.sounds && !known.sounds) forms.set(form.letters, { ...known, sounds: true });
  }
  return [...forms.values()].map((form) => ({ ...form, shown: form.shown || calledOf(entity) }));
}
