import './mark.css';

import type { ReactNode } from 'react';
import type { Tone } from '../../../../areas/fact-kind.ts';
import { useSpeech } from '../language.tsx';
import { SEVERITY_WORDS, W } from '../words.ts';

import {
  IconAlertTriangleFilled,
  IconBellRinging,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconDiamondFilled,
  type IconFlagFilled,
  IconUserCheck,
} from './icons.ts';

const SHAPES: Record<Tone, typeof IconFlagFilled> = {
  event: IconAlertTriangleFilled,
  response: IconUserCheck,
  decision: IconDiamondFilled,
  recovery: IconCircleCheckFilled,
  quiet: IconCircleDashed,
};

/** A word with its colour and shape: never colour alone. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Shape = SHAPES[tone];
  return (
    <span className={`mark mark-${tone}`}>
      <Shape size={14} aria-hidden />
      {children}
    </span>
  );
}

export function ToneIcon({ tone }: { tone: Tone }) {
  const Shape = SHAPES[tone];
  return <Shape size={16} aria-hidden className={`tone mark-${tone}`} />;
}

export function SignalState({ state }: { state: 'firing' | 'resolved' | 'silent' }) {
  const { say } = useSpeech();
  const tone = state === 'firing' ? 'event' : state === 'resolved' ? 'recovery' : 'quiet';
  return <Mark tone={tone}>{say(W[state])}</Mark>;
}

export function IncidentState({ state }: { state: 'open' | 'resolved' | 'closed' }) {
  const { say } = useSpeech();
  const tone = state === 'open' ? 'event' : state === 'resolved' ? 'recovery' : 'quiet';
  return <Mark tone={tone}>{say(W[state])}</Mark>;
}

export function Severity({ level }: { level: number }) {
  const { say } = useSpeech();
  const word = SEVERITY_WORDS[level];
  return (
    <span className={`mark ${level >= 3 ? 'mark-event' : level === 2 ? 'mark-warn' : 'mark-quiet'}`}>
      {word ? say(word) : level}
    </span>
  );
}

export { IconBellRinging };
