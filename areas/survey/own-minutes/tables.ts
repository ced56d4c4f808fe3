import type { Generated } from 'kysely';
import type { MinutesPackage, MinutesSaidPackage } from '../hearings/packages/schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    own_minutes: {
      org_id: string;
      id: string;
      peer_id: string;
      edition: number;
      document: Json<MinutesPackage>;
      received_at: Time;
    };
    own_minutes_said: {
      org_id: string;
      package_id: string;
      minutes_id: string;
      edition: number;
      confirm: boolean;
      comments: Json<MinutesSaidPackage['comments']>;
      by: string;
      sent_at: Time;
      outcome: 'taken' | 'refused' | null;
      reason: Generated<string>;
    };
  }
}
