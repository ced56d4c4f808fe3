export { linkageSheet } from './sheet.ts';
export { attemptsOf } from './store.ts';
