import { expect, test } from 'vitest';
import { buttonWords, wordTables } from './button-words.ts';
import { FORBIDDEN } from './plain-words.ts';
import { productFiles } from './source-tree.ts';
import { JAPANESE, type Told, textsIn } from './texts.ts';

interface Placed extends Told {
  readonly at: string;
}

/** Texts of the house that nobody reads on a screen: demonstration data, figures of the tests' own. */
const ASIDE = /figure\/generated\.ts$/;

/** By what else a screen is found nobody reads: it holds the words that people type, not those of the house. */
const spoken = (at: string, text: string): string =>
  at.endsWith('/titles.ts') ? text.replaceAll(/\balso: \{[^}]*\}/g, 'also: {}') : text;

const told: readonly Placed[] = productFiles()
  .filter(({ at }) => !ASIDE.test(at))
  .flatMap(({ at, text }) => textsIn(at, spoken(at, text)).map((each) => ({ at, ...each })));

const named = ({ at, text }: Placed): string => `${at}: ${text}`;
const of = (language: Told['language']) => told.filter((each) => each.language === language);

const forbiddenIn = ({ language, text }: Told): string[] =>
  FORBIDDEN[language].flatMap(({ word, instead }) => (word.test(text) ? [`${word} → ${instead}`] : []));

const punctuated: Readonly<Record<Told['language'], RegExp>> = {
  ja: /[。、！？：；]{2}|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][:!?;](?!\/)|[\uff61-\uff9f]|[０-９Ａ-Ｚａ-ｚ]|\([^)]*[\p{Script=Hiragana}\p{Script=Han}]/u,
  en: /[、。：；！？（）「」　]|(?<!\.)\.\.(?!\.)|[,;:]{2}|(?<=\S) {2,}(?=\S)/u,
};

test('enough is read for the law to mean something, and both ways of writing a text are found', () => {
  expect(told.length).toBeGreaterThan(5_000);
  expect(textsIn('a.ts', `const W = { ja: '今', en: 'Now' } as const;`)).toHaveLength(2);
  expect(textsIn('a.ts', `fault('row', \`「\${key}」がありません\`, \`no “\${key}” here\`)`)).toEqual([
    { language: 'ja', text: '「{}」がありません', other: 'no “{}” here' },
    { language: 'en', text: 'no “{}” here', other: '「{}」がありません' },
  ]);
  expect(textsIn('a.ts', `program.command('x').description('print somebody out')`)).toEqual([
    { language: 'en', text: 'print somebody out' },
  ]);
});

test('no text uses a homespun or an archaic word', () => {
  expect(told.flatMap((each) => forbiddenIn(each).map((instead) => `${named(each)} (${instead})`))).toEqual(
    [],
  );
});

/** What the house counts. A number is put in before one of these: of one there is one machine, not 1 machines. */
const COUNTED =
  'alarms|alerts|answers|approvals|characters|checks|chains|columns|days|drills|entries|fields|files|gaps|groups|hosts|hours|incidents|invitations|items|keys|lines|links|machines|messages|minutes|notices|others|overlaps|overrides|pages|people|periods|places|proofs|reports|requests|roles|rows|seconds|shifts|signals|steps|subscribers|systems|tasks|times|weeks';
/** Always many, whatever happens: a limit of ours, or what is long. */
const NEVER_ONE = [
  'Past {n} days',
  'Limited to the first {n} entries',
  'Based on the latest {n} incidents',
  'start of {length} characters',
  'At most {most} people',
  // A single one has words of its own.
  '{many} machines',
];

test('an English text has the singular beside each plural of what it counts', () => {
  const plural = new RegExp(`\\{\\w+\\} (?:[a-z]+ )?(?:${COUNTED})\\b`);
  const found = of('en').filter(
    ({ text }) => plural.test(text) && !NEVER_ONE.some((each) => text.includes(each)),
  );
  expect(found.map(named)).toEqual([]);
  expect(plural.test('{n} unchecked machines')).toBe(true);
  expect(plural.test('{n} {n|machine|machines}')).toBe(false);
});

test('a Japanese text is Japanese, or a name that both languages share; an English one holds none', () => {
  const letters = /^(?!\p{Ll}{2}-\p{Lu}{2}$).*\p{L}{2}/u;
  /** Names and short forms: each word begins with a capital or has one inside, as in SMS, iCalendar or p95. */
  const name = /^(?:[\p{Lu}\d][^\s]*|\{\}|[·/–-])(?: (?:[\p{Lu}\d][^\s]*|\{\}|[·/–-]))*$/u;
  const strangers = of('ja').filter(
    ({ text, other }) =>
      !JAPANESE.test(text) &&
      letters.test(text.replaceAll(/\{\w*\}/g, '')) &&
      text !== other &&
      !name.test(text),
  );
  expect(strangers.map(named)).toEqual([]);
  expect(
    of('en')
      .filter(({ text, other }) => JAPANESE.test(text) && text !== other)
      .map(named),
  ).toEqual([]);
});

test('punctuation is that of the language, and never doubled', () => {
  expect(told.filter(({ language, text }) => punctuated[language].test(text)).map(named)).toEqual([]);
});

test('a screen takes marks that differ by language from its language, and writes none itself', () => {
  const said =
    /`[^`]*[、。：；！？（）「」][^`]*`|'[^']*[、。：；！？（）「」][^']*'|>[^<{]*[、。：；！？（）「」]/u;
  const screens = productFiles().filter(
    ({ at }) => /^apps\/console\/.+\.tsx$/.test(at) && !at.endsWith('/language.tsx'),
  );
  expect(screens.length).toBeGreaterThan(100);
  expect(said.test('`Close（3）`')).toBe(true);
  // What is said and what follows it are joined by the colon of the language (`labelled`).
  const joined = /\bsay\([^{}]*\)\}: /;
  expect(joined.test('{say(ROOM.basis)}: {basis}')).toBe(true);
  expect(joined.test('labelled(say(ROOM.basis), basis)')).toBe(false);
  const found = screens.flatMap(({ at, text }) =>
    text
      .split('\n')
      .flatMap((line) =>
        (said.test(line) && !/\bja: /.test(line)) || joined.test(line) ? [`${at}: ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

test('no pattern and no key of the program is told', () => {
  const machine = /\/\^|\^\(|\\d|\[a-z\]|\$\/|\bundefined\b|\[object/;
  expect(told.filter(({ text }) => machine.test(text)).map(named)).toEqual([]);
});

test('the law can fail: each forbidden word is found in a text that holds it', () => {
  const found = (language: Told['language'], text: string) => forbiddenIn({ language, text }).length > 0;
  for (const text of [
    '自分の番',
    '期限を動かす',
    '合言葉',
    '応答のない呼出',
    '本当に？ もう一度押すと実行',
    'もの',
  ])
    expect(found('ja', text), text).toBe(true);
  for (const text of [
    'Put to an incident',
    'Let {n} rows in',
    'Of no unit',
    'Give longer',
    'Is there',
    'Not owed',
  ])
    expect(found('en', text), text).toBe(true);
  for (const text of [
    '対応が必要なもの',
    '呼び出し順',
    '入力し直してください',
    '次のいずれかを指定してください',
  ])
    expect(found('ja', text), text).toBe(false);
  for (const text of ['Add to incident', 'Heartbeat missed', 'Mark present', 'Send the pages by email'])
    expect(found('en', text), text).toBe(false);
  expect(punctuated.ja.test('終わり。。')).toBe(true);
  expect(punctuated.ja.test('送信箱: 一覧')).toBe(true);
  expect(punctuated.en.test('Done（twice）')).toBe(true);
});

test('a button says what it does as a noun phrase or a short verb, never as a sentence', () => {
  const files = productFiles().filter(({ at }) => at.startsWith('apps/console/'));
  const tables = wordTables(files);
  const said = [...new Set(files.filter(({ at }) => at.endsWith('.tsx')).flatMap(buttonWords))];
  expect(said.length).toBeGreaterThan(80);
  const sentence = /。|です$|ます$|ました$|ください$|した$|ですか|[^に]する$|[^るく]れる$|[^戻け]す$/;
  expect(
    said.flatMap((key) => (sentence.test(tables.get(key) ?? '') ? [`${key}: ${tables.get(key)}`] : [])),
  ).toEqual([]);
});
