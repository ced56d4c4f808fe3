import type { Bilingual } from '../../../kernel/language.ts';

export const MARK_TOO_LARGE: Bilingual = {
  ja: 'ロゴは256 KBまでです。画像を小さくしてください',
  en: 'A logo may be up to 256 KB. Make the image smaller',
};
export const NO_MARK_IMAGE: Bilingual = {
  ja: 'ロゴに使用できるのは、PNG・JPEG・WebPの画像です。いずれかの形式で保存し直してください',
  en: 'A logo is a PNG, JPEG or WebP image. Save it in one of these formats',
};
