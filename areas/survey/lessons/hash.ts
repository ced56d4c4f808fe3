import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/text.ts';
import type { PublishedLesson } from './schema.ts';

const hashed = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Of a lesson as it reads: another word makes another lesson, and needs another answer. */
export const hashOfLesson = ({ title, body, themes }: Omit<PublishedLesson, 'hash'>): string =>
  hashed({ title: { ja: title.ja, en: title.en }, body: { ja: body.ja, en: body.en }, themes });

export const hashOfLessons = (lessons: readonly PublishedLesson[]): string =>
  hashed(lessons.map(({ lesson, number, hash }) => ({ lesson, number, hash })));
