export { keeping } from './keeping.ts';
