/** What somebody typed in the one line of an incident, read as an act. */
export type Quick =
  | { readonly kind: 'note'; readonly text: string; readonly is: 'event' | 'response' | undefined }
  | { readonly kind: 'task'; readonly title: string; readonly minutes: number }
  | { readonly kind: 'decision'; readonly text: string }
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
const TIME = /^([0-9０-９]{1,4})\s*(?:分|m(?:in)?)?[\s　]+([\s\S]+)$/u;

const names = (name: keyof typeof COMMANDS, typed: string): boolean =>
  (COMMANDS[name] as readonly string[]).includes(typed);

/** Reads a line; what is no command of ours is named, so that nothing typed is taken for something else. */
export function readQuick(line: string): Quick {
  const found = COMMAND.exec(line.trim());
  if (!found) return { kind: 'note', text: line.trim(), is: undefined };
  const [, typed = '', rest = ''] = found;
  const command = typed.normalize('NFKC').toLowerCase();
  const text = rest.trim();
  if (names('event', command)) return { kind: 'note', text, is: 'event' };
  if (names('response', command)) return { kind: 'note', text, is: 'response' };
  if (names('decision', command)) return { kind: 'decision', text };
  if (names('task', command)) {
    const [, minutes, title] = TIME.exec(text) ?? [];
    return minutes && title
      ? { kind: 'task', title: title.trim(), minutes: Number(minutes.normalize('NFKC')) }
      : { kind: 'task', title: text, minutes: USUAL_MINUTES };
  }
  return { kind: 'unknown', command: typed };
}
