import { isLatin } from './english.ts';

/** Behind or before a name of one letter, so that it is a name: 林氏, 林課長. */
export const CALLED =
  /^(?:氏|さん|様|さま|殿|君|先生|医師|社長|会長|理事|部長|課長|係長|室長|所長|局長|院長|主任|主査|担当|教授|議員|知事|市長)/u;

export interface PartOfName {
  readonly name: string;
  /** One letter alone, or made by rule from a name that is not parted: only where a person is spoken of. */
  readonly called: boolean;
  /** Initials: in capitals alone. */
  readonly capitals?: boolean;
}

const inOrder = (words: readonly string[]): PartOfName[] => {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const turned = [...words.slice(1), first].join(' ');
  const initial = (word: string): string => word[0]?.toUpperCase() ?? '';
  return [
    { name: turned, called: false },
    ...words.filter((word) => word.length >= 3).map((name) => ({ name, called: false })),
    ...[
      `${initial(first)}. ${last}`,
      `${last} ${initial(first)}.`,
      `${first} ${initial(last)}.`,
      `${initial(last)}. ${first}`,
    ].map((name) => ({ name, called: false })),
    { name: `${initial(first)}.${initial(last)}.`, called: false, capitals: true },
    { name: `${initial(last)}.${initial(first)}.`, called: false, capitals: true },
  ];
};

/** What a person is called by besides the whole name: family, given, initials, the other way round. */
export function partsOfName(name: string): PartOfName[] {
  const words = name
    .normalize('NFKC')
    .split(/[\s,、・]+/u)
    .filter((word) => word !== '');
  if (words.length >= 2 && isLatin(name)) return inOrder(words);
  if (words.length >= 2) return words.map((word) => ({ name: word, called: [...word].length < 2 }));
  const letters = [...(words[0] ?? '')];
  // Not parted: most families have two letters.
  if (letters.length >= 3 && letters.length <= 5 && letters.every((each) => /\p{sc=Han}/u.test(each)))
    return [
      { name: letters.slice(0, 2).join(''), called: true },
      { name: letters.slice(0, 1).join(''), called: true },
      { name: letters.slice(0, 3).join(''), called: true },
    ];
  return [];
}
