import { arrive } from './organisation.ts';

arrive();
