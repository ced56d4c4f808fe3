import type { Body } from '../../../areas/call-route.ts';
import type { SaidOfService } from '../../../areas/respond/communications/schema.ts';
import type { Name } from './content/organisation.ts';

type Of<R extends string> = `POST /api/respond/incidents/:id/${R}`;
type Time = Body<Of<'times'>>['which'];
type Note = Body<Of<'timeline'>>;
type Statement = Body<Of<'statements'>>;
type Task = Body<Of<'tasks'>>;
type Judged = Body<'POST /api/respond/incidents/:id/timeline/:seq/judge'>['outcome'];

/** Something that was done in an incident. What is named by `key` is spoken of again later. */
export type Act =
  | {
      readonly is: 'event' | 'response' | 'note';
      readonly text: string;
      readonly figure?: boolean;
      readonly certainty?: Note['certainty'];
      /** So many minutes earlier than it was told. */
      readonly ago?: number;
      readonly precision?: Note['precision'];
      readonly judged?: { readonly by: Name; readonly outcome: Judged };
      readonly disputed?: { readonly by: Name; readonly text: string; readonly source: string };
    }
  | {
      readonly is: 'time';
      readonly which: Time;
      readonly ago?: number;
      readonly precision?: Note['precision'];
      readonly noChecks?: string;
    }
  | { readonly is: 'known'; readonly input: string; readonly value: string }
  | {
      readonly is: 'headquarters';
      readonly room: string;
      readonly bridge: string;
      readonly briefMinutes?: number;
    }
  | { readonly is: 'stand-down'; readonly reason: string }
  | { readonly is: 'attend'; readonly role: string }
  | {
      readonly is: 'decision';
      readonly question: string;
      readonly options: string[];
      readonly decision: string;
      readonly basis: string;
    }
  | {
      readonly is: 'task';
      readonly key?: string;
      readonly title: string;
      readonly to: Name;
      readonly minutes: number;
      readonly onTimeout?: Task['onTimeout'];
    }
  | { readonly is: 'done'; readonly task: string; readonly note: string }
  | {
      readonly is: 'system';
      readonly asset: string;
      readonly state: Body<'PUT /api/respond/incidents/:id/systems'>['state'];
    }
  | {
      readonly is: 'hypothesis';
      readonly key?: string;
      readonly text: string;
      readonly why: string;
      readonly test: string;
      readonly cyber?: boolean;
      readonly minutes?: number;
    }
  | {
      readonly is: 'settled';
      readonly hypothesis: string;
      readonly state: 'supported' | 'excluded';
      readonly certainty: 'likely' | 'confirmed';
      readonly outcome: string;
    }
  | {
      readonly is: 'withhold';
      readonly audience: Statement['audience'];
      readonly term: string;
      readonly reason: string;
    }
  | {
      readonly is: 'statement';
      readonly audience: Statement['audience'];
      readonly kind: 'start' | 'update' | 'end';
      readonly outlet: string;
      readonly text: string;
      /** Who approved these very words, in this order. */
      readonly approved: readonly Name[];
      readonly sent: boolean;
      readonly services?: SaidOfService[];
      readonly nextUpdateMinutes?: number;
    }
  | {
      readonly is: 'enquiry';
      readonly from: string;
      readonly question: string;
      readonly answer?: { readonly by: Name; readonly approvedBy: Name; readonly text: string };
    }
  | { readonly is: 'report'; readonly dueIn: number }
  | {
      readonly is: 'submitted';
      readonly stage: 'first' | 'final';
      readonly text: string;
      readonly receipt: string;
    }
  | { readonly is: 'share'; readonly with: Name }
  | { readonly is: 'growth'; readonly affected: number; readonly note: string }
  | { readonly is: 'cause'; readonly cause: 'ownAction' | 'attackEnded' | 'supplier'; readonly note: string }
  | { readonly is: 'resolved'; readonly note: string }
  | {
      readonly is: 'closed';
      readonly note: string;
      readonly left: Readonly<Record<string, string>>;
    };
// biome-ignore format: acts at one look

/** When it was done, in minutes from the beginning of the incident, by whom and what. */
export type Beat = readonly [minutes: number, by: Name, act: Act];

/** An incident as it went. */
export interface Incident {
  readonly title: string;
  readonly situation: Exclude<Body<'POST /api/respond/incidents'>['situation'], undefined>;
  readonly severity: number;
  readonly site: string | null;
  readonly drill: boolean;
  readonly declaredBy: Name;
  readonly note: string;
  readonly beats: readonly Beat[];
}
