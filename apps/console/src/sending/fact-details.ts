import type { facts } from '../../../../areas/sending/facts.ts';
import { type Details, saysNoMore } from '../respond/timeline/detail.ts';

export const details: Details<keyof typeof facts> = saysNoMore('channel.configured', 'channel.recovered');
