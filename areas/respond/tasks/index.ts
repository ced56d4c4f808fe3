export {
  findTask,
  lockTask,
  openTasksOf,
  openTasksOfPerson,
  type StoredTask,
  sweepCountsOf,
  tasksElsewhere,
  tasksOf,
} from './store.ts';
export { partyOf } from './tell-about-task.ts';
