import type { Language } from '../../../../kernel/language.ts';

/** What somebody typed in the one line of an incident, read as an act. */
export type Quick =
  | { readonly kind: 'note'; readonly text: string; readonly is: 'event' | 'response' | undefined }
  | { readonly kind: 'task'; readonly title: string; readonly minutes: number }
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
/** `10`, `10分`, `10m` or `１０分` before the words of a task. */
const TIME = /^([0-9０-９]{1,5})\s*(?:分|m(?:in)?)?(?:[\s　]+([\s\S]+))?$/u;
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

/** Reads a line; what is no command of ours is named, so that nothing typed is taken for something else. */
export function readQuick(line: string): Quick {
  const found = COMMAND.exec(line.trim());
  if (!found) return { kind: 'note', text: line.trim(), is: undefined };
  const [, typed = '', rest = ''] = found;
  const known = commandOf(typed.normalize('NFKC').toLowerCase());
  if (!known) return { kind: 'unknown', command: typed };
  const glued = known.glued === '' ? '' : typed.slice(typed.length - [...known.glued].join('').length);
  const text = [glued, rest].filter(Boolean).join(' ').trim();
  if (text === '') return { kind: 'empty' };
  if (known.command === 'task') return taskOf(text);
  if (known.command === 'decision') return { kind: 'decision', text };
  return { kind: 'note', text, is: known.command };
}

function taskOf(text: string): Quick {
  const [, digits, title] = TIME.exec(text) ?? [];
  if (digits === undefined) return { kind: 'task', title: text, minutes: USUAL_MINUTES };
  if (!title) return { kind: 'empty' };
  const minutes = Number(digits.normalize('NFKC'));
  // A number nobody gives as a time is part of the words.
  if (minutes < 1 || minutes > MOST_MINUTES) return { kind: 'task', title: text, minutes: USUAL_MINUTES };
  return { kind: 'task', title: title.trim(), minutes };
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
