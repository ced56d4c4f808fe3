/** CI sets `SONAE_ROUNDS=whole`. Who works here repeats, draws and walks a tenth, the same tenth every time. */
const WHOLE = process.env['SONAE_ROUNDS'] === 'whole';

/** @param least fewer would not meet every case that the rounds take in turn */
export const rounds = (whole: number, least = 1): number =>
  WHOLE ? whole : Math.max(least, Math.ceil(whole / 10));

/** @param turn which tenth, where several are taken of one list */
export const tenthOf = <T>(all: readonly T[], turn = 0): readonly T[] =>
  WHOLE ? all : all.filter((_, at) => at % 10 === turn);
