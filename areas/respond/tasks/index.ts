export { openWithin } from './open-task.ts';
export { moveTasks, openTasksOf } from './store.ts';
