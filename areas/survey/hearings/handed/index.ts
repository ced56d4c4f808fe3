export { bytesOf, findMaterial, hasMaterial, insertCustody, insertMaterial, materialsOf } from './store.ts';
