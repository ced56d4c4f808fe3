import { Fault } from '../../../kernel/errors.ts';
import { lockAdministrators, peopleInRoles } from './store.ts';

/** Undoes the deed when it would leave nobody who can manage the organisation. */
export async function keepsAnAdministrator(
  trx: Parameters<typeof peopleInRoles>[0],
  orgId: string,
): Promise<void> {
  // Two who remove each other at once: the second waits here and then sees that it is the last.
  await lockAdministrators(trx, orgId);
  if ((await peopleInRoles(trx, ['administrator'])).length > 0) return;
  throw new Fault('conflict', {
    detail: {
      ja: '最後の管理者です。先に別の管理者を登録してください',
      en: 'This is the last administrator. Add another one first',
    },
  });
}
