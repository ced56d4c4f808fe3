import { z } from 'zod';
import { isPlainText } from '../../../kernel/text.ts';

const plain = (limit: number) => z.string().trim().max(limit).refine(isPlainText, { message: 'U+0000' });

/** What people and files call a thing: short, stable, one of its kind in an organisation. */
export const entryKey = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/);
export const name = plain(200).min(1);
export const words = plain(2_000).default('');
