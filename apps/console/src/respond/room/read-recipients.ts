import type { Language } from '../../../../../kernel/language.ts';

interface Recipients {
  readonly recipients: { name: string; address: string; language: Language }[];
  /** Numbers of the lines that say nothing of a person, from 1. */
  readonly unread: number[];
}

/** Reads a pasted list: a person a line, name and address apart by a comma, a tab or a semicolon. */
export function readRecipients(text: string, language: Language): Recipients {
  const recipients: Recipients['recipients'] = [];
  const unread: number[] = [];
  for (const [i, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const [name = '', address = ''] = line.split(/[,\t;、，]/u).map((part) =>
      part
        .trim()
        .replace(/^"(.*)"$/u, '$1')
        .trim(),
    );
    if (name && address) recipients.push({ name, address, language });
    else unread.push(i + 1);
  }
  return { recipients, unread };
}
