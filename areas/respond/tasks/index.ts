export { endWithin } from './end-task.ts';
export { openWithin } from './open-task.ts';
export { lockTask, moveTasks, openTasksOf, openTasksOfPerson } from './store.ts';
