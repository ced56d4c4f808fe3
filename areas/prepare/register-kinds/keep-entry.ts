import type { Context } from '../../../database/transaction.ts';
import { keepEntryOf } from '../register-entries/keep-entry.ts';
import { guarded } from './guards.ts';
import type { RegisterName } from './words.ts';

/** Writes an entry of a register by its name. @throws as `keepEntryOf` */
export const keepEntry = (
  ctx: Context,
  register: RegisterName,
  version: number,
  input: unknown,
): ReturnType<typeof keepEntryOf> => keepEntryOf(ctx, guarded(register), version, input);
