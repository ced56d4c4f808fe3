import { z } from 'zod';
import { isUuid } from './ids.ts';
import { asking } from './language.ts';
import { isInstantText } from './time.ts';

/** Where a page begins, as the page before told it. */
export const cursorThat = (fits: (text: string) => boolean) =>
  z
    .string()
    .max(80)
    .refine(
      fits,
      asking({
        ja: '直前のページの「next」の値をそのまま指定してください',
        en: 'Use “next” of the page before, unchanged',
      }),
    );

/** Of a list by time: the moment of the last one seen, and its id. */
export const timedCursor = cursorThat((text) => {
  const [at = '', id = '', ...more] = text.split('~');
  return more.length === 0 && isInstantText(at) && isUuid(id);
});
