import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Plan } from '../../../../../areas/prepare/plans/schema.ts';
import { AUDIENCE_WORDS, BODY_WORDS, ON_TIMEOUT_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import { useSpeech } from '../../language.tsx';
import { FIELD_WORDS } from '../registers/words.ts';
import { CriterionText } from './criterion.tsx';
import { PLAN } from './words.ts';

type NameOf = (personId: string) => string;

/** A plan as one reads it: steps first, then who, when, and whom one tells. */
export function PlanView({ plan, nameOf }: { plan: Plan; nameOf: NameOf }) {
  const { say, list, labelled } = useSpeech();
  return (
    <Stack gap="md">
      {plan.summary && <Text>{plan.summary}</Text>}
      <Steps plan={plan} nameOf={nameOf} />
      <Part
        field="levels"
        note={
          <Text className="quiet">
            {labelled(say(FIELD_WORDS.activation), '')}
            <CriterionText expression={plan.activation} />
          </Text>
        }
      >
        {plan.levels.map((level) => (
          <Table.Tr key={level.level}>
            <Table.Th>
              {level.level} · {level.name}
            </Table.Th>
            <Table.Td>
              <CriterionText expression={level.when} />
            </Table.Td>
            <Table.Td>{say(BODY_WORDS[level.convene])}</Table.Td>
          </Table.Tr>
        ))}
      </Part>
      <Part field="roles">
        {plan.roles.map((role) => (
          <Table.Tr key={role.key}>
            <Table.Th>{role.name}</Table.Th>
            <Table.Td>
              <Holder plan={plan} role={role} nameOf={nameOf} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Part>
      {plan.bodies.length > 0 && (
        <Part field="bodies">
          {plan.bodies.map((body) => (
            <Table.Tr key={body.kind}>
              <Table.Th>{body.name}</Table.Th>
              <Table.Td>
                {roleName(plan, body.chair)} · {say(PLAN.setUpIn, { n: body.targetMinutes })}
                <br />
                <span className="quiet">
                  {labelled(say(PLAN.members), list(body.members.map((key) => roleName(plan, key))))}
                  {body.place && ` · ${body.place}`}
                </span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Part>
      )}
      {plan.reports.length > 0 && (
        <Part field="reports">
          {plan.reports.map((report) => (
            <Table.Tr key={report.to}>
              <Table.Th>{report.to}</Table.Th>
              <Table.Td>
                <CriterionText expression={report.when} />
              </Table.Td>
              <Table.Td>{say(PLAN.minutes, { n: report.withinMinutes })}</Table.Td>
            </Table.Tr>
          ))}
        </Part>
      )}
      {plan.audiences.length > 0 && (
        <Part field="audiences">
          {plan.audiences.map((each) => (
            <Table.Tr key={each.audience}>
              <Table.Th>{say(AUDIENCE_WORDS[each.audience])}</Table.Th>
              <Table.Td>
                {each.tell}
                <br />
                <span className="quiet">
                  {say(PLAN.withheld, { what: each.withhold })}
                  <br />
                  {say(PLAN.byMeans, { what: each.channel })} ·{' '}
                  {say(PLAN.approvedBy, { who: roleName(plan, each.approver) })}
                </span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Part>
      )}
      {plan.origin && (
        <Text className="quiet">
          {labelled(say(FIELD_WORDS.origin), '')}
          {plan.origin}
        </Text>
      )}
    </Stack>
  );
}

/** One part of a plan as rows under its heading. */
function Part({
  field,
  note,
  children,
}: {
  field: keyof typeof FIELD_WORDS;
  note?: ReactNode;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <section>
      <Title order={3}>{say(FIELD_WORDS[field])}</Title>
      {note}
      <Table>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </section>
  );
}

const roleName = (plan: Plan, key: string): string =>
  plan.roles.find((role) => role.key === key)?.name ?? key;

function Holder({ plan, role, nameOf }: { plan: Plan; role: Plan['roles'][number]; nameOf: NameOf }) {
  const { say, list, bracketed } = useSpeech();
  const holder = role.personId === null ? role.roster : nameOf(role.personId);
  return (
    <>
      {holder ?? <strong>{say(PLAN.nobody)}</strong>}
      <span className="quiet">
        {role.deputyIds.length > 0 &&
          bracketed(say(PLAN.deputies, { names: list(role.deputyIds.map(nameOf)) }))}
        {role.apartFrom.length > 0 &&
          ` ${say(PLAN.apart, { names: list(role.apartFrom.map((key) => roleName(plan, key))) })}`}
      </span>
    </>
  );
}

/** The steps with who does them, by when, and what then. */
export function Steps({ plan, nameOf }: { plan: Plan; nameOf: NameOf }) {
  const { say, bracketed } = useSpeech();
  return (
    <section>
      <Title order={3}>{say(FIELD_WORDS.steps)}</Title>
      <ol className="plan-steps">
        {plan.steps.map((step, at) => {
          const role = plan.roles.find(({ key }) => key === step.role);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            <li key={at}>
              {step.text}
              <div className="quiet">
                {roleName(plan, step.role)}
                {role?.personId ? bracketed(nameOf(role.personId)) : ''}
                {step.deputy !== null && ` · ${say(PLAN.deputies, { names: roleName(plan, step.deputy) })}`} ·{' '}
                {step.limitMinutes > 0
                  ? `${say(PLAN.minutes, { n: step.limitMinutes })} · ${say(PLAN.thenWhat, {
                      what: say(ON_TIMEOUT_WORDS[step.onTimeout]),
                    })}`
                  : say(PLAN.noLimit)}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
