export {
  findTask,
  lockTask,
  openTasksOf,
  openTasksOfPerson,
  type StoredTask,
  sweepCountsOf,
  tasksElsewhere,
} from './store.ts';
export { partyOf } from './tell-about-task.ts';
