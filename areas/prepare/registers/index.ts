export { readRegister, type Stored } from './store.ts';
