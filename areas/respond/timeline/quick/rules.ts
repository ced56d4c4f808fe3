import type { Language } from '../../../../kernel/language.ts';

/** What somebody typed in the one line of an incident, read as an act. */
export type Quick =
  | { readonly kind: 'note'; readonly text: string; readonly is: 'event' | 'response' | undefined }
  /** `who` is the name of one who was chosen; `unmet` begins with an @ and is the name of nobody who was. */
  | {
      readonly kind: 'task';
      readonly title: string;
      readonly minutes: number;
      readonly who: string | undefined;
      readonly unmet: string | undefined;
    }
  | { readonly kind: 'decision'; readonly text: string }
  /** A command that lacks its words. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly command: string };

/** Commands in either language; a line that begins with no slash is a note. */
export const COMMANDS = {
  event: ['event', 'e', '事象', 'じ'],
  response: ['response', 'r', '対処', 'た'],
  task: ['task', 't', 'タスク'],
  decision: ['decide', 'd', '決定'],
} as const;

const USUAL_MINUTES = 10;
/** A slash as typed with a Japanese keyboard is one too. */
const COMMAND = /^[/／](\S*)\s*([\s\S]*)$/u;
/** `10`, `10分`, `10m`, `2時間` or `１０分` before the words of a task. */
const TIME = /^([0-9０-９]{1,5})[\s　]*(分|m(?:in)?|時間|h(?:ours?)?)?(?=[\s　]|$)/iu;
/** `+10分` anywhere, for nobody writes so of anything else. */
const PLUS_TIME = /(^|[\s　])[+＋]([0-9０-９]{1,5})[\s　]*(分|m(?:in)?|時間|h(?:ours?)?)?(?=[\s　]|$)/iu;
/** Somebody who is named; a sign within a word, such as in an address of mail, names nobody. */
const AT = /(^|[\s　])[@＠]([^\s　@＠]+)/u;
/** As long as a task may take. */
const MOST_MINUTES = 43_200;

type Command = keyof typeof COMMANDS;
const JAPANESE = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** Which command was typed, and what follows it. Japanese is written without a space: /事象ポンプ停止. */
function commandOf(typed: string): { command: Command; glued: string } | undefined {
  for (const command of Object.keys(COMMANDS) as Command[])
    for (const name of COMMANDS[command]) {
      if (typed === name) return { command, glued: '' };
      if (JAPANESE.test(name) && name.length > 1 && typed.startsWith(name))
        return { command, glued: typed.slice(name.length) };
    }
  return undefined;
}

/**
 * Reads a line; what is no command of ours is named, so that nothing typed is taken for something else.
 * @param chosen names of people who were chosen while it was typed; they may hold spaces
 */
export function readQuick(line: string, chosen: readonly string[] = []): Quick {
  const found = COMMAND.exec(line.trim());
  if (!found) return { kind: 'note', text: line.trim(), is: undefined };
  const [, typed = '', rest = ''] = found;
  const known = commandOf(typed.normalize('NFKC').toLowerCase());
  if (!known) return { kind: 'unknown', command: typed };
  const glued = known.glued === '' ? '' : typed.slice(typed.length - [...known.glued].join('').length);
  const text = [glued, rest].filter(Boolean).join(' ').trim();
  if (text === '') return { kind: 'empty' };
  if (known.command === 'task') return taskOf(text, chosen);
  if (known.command === 'decision') return { kind: 'decision', text };
  return { kind: 'note', text, is: known.command };
}

function taskOf(text: string, chosen: readonly string[]): Quick {
  const [named, who] = takeNamed(text, chosen);
  const unmet = who === undefined ? AT.exec(named)?.[2] : undefined;
  const [words, minutes] = takeTime(named);
  if (words === '') return { kind: 'empty' };
  return { kind: 'task', title: words, minutes: minutes ?? USUAL_MINUTES, who, unmet };
}

/** Takes the first of those who were chosen out of the words, the longest name first: 湊 is not 湊 あかり. */
function takeNamed(text: string, chosen: readonly string[]): [string, string | undefined] {
  const found = chosen
    .map((name) => ({ name, at: placeOf(name, text) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
  if (!found) return [text, undefined];
  const rest = text.slice(0, found.at) + text.slice(found.at + found.name.length + 1);
  return [tidied(rest), found.name];
}

/** Where somebody is named by exactly this name: @湊太郎 is not @湊. */
function placeOf(name: string, text: string): number {
  const alone = (letter: string | undefined) => letter === undefined || /[\s　]/u.test(letter);
  for (const sign of ['@', '＠'])
    for (let at = text.indexOf(sign + name); at >= 0; at = text.indexOf(sign + name, at + 1))
      if (alone(text[at - 1]) && alone(text[at + 1 + name.length])) return at;
  return -1;
}

/** Every place of a text at which one of these names stands behind its sign; the longest first: @湊 あかり is not @湊. */
export function placesNamed(
  text: string,
  names: readonly string[],
): { readonly name: string; readonly at: number }[] {
  let rest = text;
  const found: { readonly name: string; readonly at: number }[] = [];
  for (const name of new Set(names.toSorted((a, b) => b.length - a.length))) {
    if (name === '') continue;
    for (let at = placeOf(name, rest); at >= 0; at = placeOf(name, rest)) {
      found.push({ name, at });
      const end = at + name.length + 1;
      rest = `${rest.slice(0, at)}${' '.repeat(end - at)}${rest.slice(end)}`;
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** Of those who were chosen, whom a note names, each once. Two who are called the same have the first place and the second. */
export function namedIn<P extends { readonly name: string }>(text: string, chosen: readonly P[]): P[] {
  const left = Map.groupBy(chosen, ({ name }) => name);
  return placesNamed(
    text,
    chosen.map(({ name }) => name),
  ).flatMap(({ name }) => left.get(name)?.shift() ?? []);
}

const tidied = (text: string): string => text.replace(/[\s　]{2,}/gu, ' ').trim();

/** Takes the time out of the words; a number nobody gives as a time is part of them. */
function takeTime(text: string): [string, number | undefined] {
  const plus = PLUS_TIME.exec(text);
  if (plus) {
    const minutes = minutesOf(plus[2], plus[3]);
    if (minutes !== undefined) return [tidied(text.replace(plus[0], plus[1] ?? '')), minutes];
  }
  const first = TIME.exec(text);
  const minutes = first ? minutesOf(first[1], first[2]) : undefined;
  return first && minutes !== undefined
    ? [tidied(text.slice(first[0].length)), minutes]
    : [text.trim(), undefined];
}

function minutesOf(digits: string | undefined, unit: string | undefined): number | undefined {
  const minutes = Number((digits ?? '').normalize('NFKC')) * (/^(時間|h)/iu.test(unit ?? '') ? 60 : 1);
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : undefined;
}

/** The name that is being typed just before the caret, to be looked for; undefined where none is. */
export function nameBegun(before: string): { readonly typed: string; readonly from: number } | undefined {
  const found = /(?:^|[\s　])[@＠]([^\s　@＠]*)$/u.exec(before);
  return found ? { typed: found[1] ?? '', from: before.length - (found[1] ?? '').length - 1 } : undefined;
}

/** A name that is typed out and that nobody was chosen for, wherever the caret is by now. */
export function nameUnmet(line: string): { readonly typed: string; readonly from: number } | undefined {
  const found = AT.exec(line);
  return found
    ? { typed: found[2] ?? '', from: found.index + found[0].length - (found[2] ?? '').length - 1 }
    : undefined;
}

/** The one who is named by the whole name; nobody where two are called so. */
export function wholeNamed<P extends { readonly name: string }>(
  line: string,
  people: readonly P[],
): P | undefined {
  const named = people
    .filter(({ name }) => placeOf(name, line) >= 0)
    .toSorted((a, b) => b.name.length - a.name.length);
  const [first] = named;
  return named.filter(({ name }) => name === first?.name).length === 1 ? first : undefined;
}

/** Commands that what was typed so far may become, each by its whole word; none once a word follows it. */
export function completionsOf(line: string, language: Language): { command: Command; word: string }[] {
  const typed = /^[/／](\S*)$/u.exec(line)?.[1];
  if (typed === undefined) return [];
  const begun = typed.normalize('NFKC').toLowerCase();
  return (Object.keys(COMMANDS) as Command[]).flatMap((command) => {
    const names: readonly string[] = COMMANDS[command];
    const own = names.filter((name) => JAPANESE.test(name) === (language === 'ja') && [...name].length > 1);
    const fits = names.some((name) => name.startsWith(begun));
    const [word] = own;
    return fits && word && word !== begun ? [{ command, word }] : [];
  });
}
