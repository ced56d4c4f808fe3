/** What others write of tasks, within their own transaction, which has locked the incident. */
export { endWithin } from './end-within.ts';
export { giveTask, openWithin } from './open-task.ts';
export { moveTasks } from './store.ts';
export { cancelWithin, giveBack, reopenWithin } from './take-back.ts';
