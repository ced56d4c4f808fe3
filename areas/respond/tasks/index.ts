export { endWithin } from './end-task.ts';
export { giveTask, openWithin } from './open-task.ts';
export {
  findTask,
  lockTask,
  moveTasks,
  openTasksOf,
  openTasksOfPerson,
  type StoredTask,
  sweepCountsOf,
  tasksElsewhere,
} from './store.ts';
export { partyOf } from './tell-about-task.ts';
