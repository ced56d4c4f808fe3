export { plainEntity } from './plain.ts';
export { entitiesOf } from './store.ts';
