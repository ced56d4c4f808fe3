export { entitiesOf, type ListedEntity } from './store.ts';
