export { openWithin } from './open-task.ts';
export { moveTasks, openTasksOf, openTasksOfPerson } from './store.ts';
