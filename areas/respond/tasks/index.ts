export { openWithin } from './open-task.ts';
export { openTasksOf } from './store.ts';
