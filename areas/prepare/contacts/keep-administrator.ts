import { Fault } from '../../../kernel/errors.ts';
import { peopleWithRole } from './store.ts';

/** Undoes the deed when it would leave nobody who can manage the organisation. */
export async function keepsAnAdministrator(trx: Parameters<typeof peopleWithRole>[0]): Promise<void> {
  if ((await peopleWithRole(trx, 'administrator')).length > 0) return;
  throw new Fault('conflict', {
    detail: {
      ja: '最後の管理者です。先に別の管理者を登録してください',
      en: 'This is the last administrator; appoint another first',
    },
  });
}
