import { Card, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReplyOf } from '../../../api.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay } from '../../../me.ts';
import { Bounded } from '../../../ui/boundary.tsx';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { Part } from '../../../ui/part.tsx';
import { W } from '../../../words.ts';
import type { Sheet } from './rules.ts';
import { SideSheet } from './side-sheet.tsx';
import { SHEET_WORDS } from './words.ts';

const TasksCard = lazyPart(() => import('../tasks-card.tsx'), 'TasksCard');
const ClosingList = lazyPart(() => import('../closing/closing-list.tsx'), 'ClosingList');
const DueNext = lazyPart(() => import('../due/due-next.tsx'), 'DueNext');
const HeadquartersCard = lazyPart(() => import('../headquarters-card.tsx'), 'HeadquartersCard');
const RolesCard = lazyPart(() => import('../roles-card.tsx'), 'RolesCard');
const PagesCard = lazyPart(() => import('../pages-card.tsx'), 'PagesCard');
const CallRuns = lazyPart(() => import('../../../prepare/registers/call-runs.tsx'), 'CallRuns');
const Know = lazyPart(() => import('./know.tsx'), 'Know');
const DeskCard = lazyPart(() => import('../desk-card.tsx'), 'DeskCard');
const IncidentReports = lazyPart(() => import('../../../survey/own/incident-reports.tsx'), 'IncidentReports');
const ReportsCard = lazyPart(() => import('../reports-card.tsx'), 'ReportsCard');
const JointCard = lazyPart(() => import('../record-cards.tsx'), 'JointCard');
const SharesCard = lazyPart(() => import('../shares-card.tsx'), 'SharesCard');
const InvestigationCard = lazyPart(() => import('../investigation-card.tsx'), 'InvestigationCard');
const SweepsCard = lazyPart(() => import('../sweeps-card.tsx'), 'SweepsCard');
const RecoveryPlanCard = lazyPart(() => import('../recovery-plan-card.tsx'), 'RecoveryPlanCard');
const RecoveryCard = lazyPart(() => import('../recovery-card.tsx'), 'RecoveryCard');
const Plan = lazyPart(() => import('./plan.tsx'), 'Plan');
const FigureCard = lazyPart(() => import('../figure-card.tsx'), 'FigureCard');
const SimilarCases = lazyPart(() => import('../../../learn/lessons/similar-cases.tsx'), 'SimilarCases');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** What is written or drawn large needs the room. */
const WIDE: readonly Sheet[] = ['desk', 'figure'];

/** What is open beside the room. */
export function OpenSheet({
  sheet,
  incident,
  onClose,
}: {
  sheet: Sheet;
  incident: Incident;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const Content = CONTENTS[sheet];
  return (
    <SideSheet title={say(SHEET_WORDS[sheet])} onClose={onClose} wide={WIDE.includes(sheet)}>
      <Content incident={incident} />
    </SideSheet>
  );
}

type Content = (props: { incident: Incident }) => ReactNode;

/** Cards one below the other, each with its own wait and its own failure. */
const Cards = ({ children }: { children: ReactNode }) => (
  <Stack>
    <Bounded>{children}</Bounded>
  </Stack>
);

const Tasks: Content = ({ incident: { id, state } }) => (
  <Cards>
    <div className="narrow-only">
      <Part>
        {state === 'resolved' && <ClosingList incidentId={id} />}
        <DueNext incidentId={id} over={state === 'closed'} />
      </Part>
    </div>
    <Part>
      <TasksCard incidentId={id} open={state !== 'closed'} />
    </Part>
  </Cards>
);

function Command({ incident: { id, state, situation, site } }: { incident: Incident }) {
  const may = useMay();
  const open = state !== 'closed';
  const attack = situation === 'ransomware' || situation === 'ddos' || situation === 'dataLeak';
  return (
    <Cards>
      <Part>
        <HeadquartersCard incidentId={id} open={open} />
      </Part>
      <Part>
        <RolesCard incidentId={id} open={open} />
      </Part>
      <Part>
        <PagesCard incidentId={id} open={state === 'open'} />
      </Part>
      {may('incident.declare') && (
        <Card withBorder padding="sm" className="no-print">
          <Part>
            <CallRuns cause={attack ? 'cyberAttack' : 'systemFailure'} site={site} incidentId={id} />
          </Part>
        </Card>
      )}
    </Cards>
  );
}

function Situation({ incident }: { incident: Incident }) {
  const { say } = useSpeech();
  const may = useMay();
  return (
    <Cards>
      <Part>
        <Know incident={incident} />
      </Part>
      {may('case.read') && (
        <Card withBorder padding="sm" className="no-print">
          <Title order={2} mb="xs">
            {say(W.similar)}
          </Title>
          <Part>
            <SimilarCases of="incident" id={incident.id} />
          </Part>
        </Card>
      )}
    </Cards>
  );
}

const Desk: Content = ({ incident: { id, state } }) => (
  <Part>
    <Stack>
      <DeskCard incidentId={id} over={state !== 'open'} closed={state === 'closed'} />
    </Stack>
  </Part>
);

function Reports({ incident }: { incident: Incident }) {
  const may = useMay();
  return (
    <Cards>
      <Part>
        <ReportsCard incidentId={incident.id} />
      </Part>
      <Part>
        <JointCard incidentId={incident.id} />
      </Part>
      {may('report.send') && !incident.drill && (
        <Part>
          <IncidentReports incidentId={incident.id} />
        </Part>
      )}
      {may('incident.share') && (
        <Part>
          <SharesCard incident={incident} />
        </Part>
      )}
    </Cards>
  );
}

const Investigation: Content = ({ incident: { id, state } }) => (
  <Cards>
    <Part>
      <InvestigationCard incidentId={id} />
    </Part>
    <Part>
      <SweepsCard incidentId={id} open={state !== 'closed'} />
    </Part>
  </Cards>
);

const Recovery: Content = ({ incident: { id } }) => (
  <Cards>
    <Part>
      <RecoveryPlanCard incidentId={id} />
    </Part>
    <Part>
      <RecoveryCard incidentId={id} />
    </Part>
  </Cards>
);

const PlanAndChanges: Content = ({ incident: { id } }) => (
  <Part>
    <Plan incidentId={id} />
  </Part>
);

const Figure: Content = ({ incident: { id, number, title } }) => (
  <Part>
    <FigureCard incidentId={id} title={`#${number} ${title}`} />
  </Part>
);

const CONTENTS: Readonly<Record<Sheet, Content>> = {
  tasks: Tasks,
  command: Command,
  know: Situation,
  desk: Desk,
  reports: Reports,
  investigation: Investigation,
  recovery: Recovery,
  plan: PlanAndChanges,
  figure: Figure,
};
