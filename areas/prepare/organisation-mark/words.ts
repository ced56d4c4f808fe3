import type { Bilingual } from '../../../kernel/language.ts';
import { LARGEST_MARK_SIDE } from './schema.ts';

export const MARK_TOO_LARGE: Bilingual = {
  ja: 'ロゴは256 KBまでです。画像を小さくしてください',
  en: 'A logo may be up to 256 KB. Make the image smaller',
};
export const MARK_TOO_WIDE: Bilingual = {
  ja: `ロゴは縦横それぞれ${LARGEST_MARK_SIDE}ピクセルまでです。画像を縮小してください`,
  en: `A logo may be up to ${LARGEST_MARK_SIDE} pixels on each side. Scale the image down`,
};
export const NO_MARK_IMAGE: Bilingual = {
  ja: 'ロゴに使用できるのは、PNG・JPEG・WebPの画像です。いずれかの形式で保存し直してください',
  en: 'A logo is a PNG, JPEG or WebP image. Save it in one of these formats',
};
