export { type Origin, originOf, reportOf, setOrigin, versionsByPackage } from './store.ts';
