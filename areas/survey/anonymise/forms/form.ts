/** Where a form may be found. */
export type Edges =
  /** Anywhere, Latin words by themselves. */
  | 'word'
  /** Not within a longer word of kanji: a short form made by rule. */
  | 'alone'
  /** In capitals: initials made by rule. */
  | 'capitals'
  /** Before what people are called by: 氏, さん, 課長. */
  | 'called';

/** One way a name may be written, in letters as `foldText` sees them. */
export interface Form {
  readonly letters: string;
  /** How it is said where it is found. */
  readonly shown: string;
  readonly edges: Edges;
  /** Kana or Latin letters of kana, in which long vowels come and go. */
  readonly sounds: boolean;
}
