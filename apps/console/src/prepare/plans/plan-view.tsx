import { ActionIcon, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { STATED_WORDS } from '../../../../../areas/prepare/parties/words.ts';
import type { Plan } from '../../../../../areas/prepare/plans/schema.ts';
import {
  AUDIENCE_WORDS,
  BODY_WORDS,
  INPUTS,
  inputValueWords,
  isInputName,
  ON_TIMEOUT_WORDS,
  SITUATION_WORDS,
} from '../../../../../areas/prepare/plans/words.ts';
import { useSpeech } from '../../language.tsx';
import { IconPencil } from '../../ui/icons.ts';
import { FIELD_WORDS } from '../registers/words.ts';
import { CriterionText } from './criterion.tsx';
import { SECTION_WORDS } from './section-words.ts';
import type { Section } from './sections.ts';
import { PLAN } from './words.ts';

type NameOf = (personId: string) => string;

/** A plan as one reads it, part by part. */
export function PlanView({
  plan,
  nameOf,
  whole = false,
  onEdit,
}: {
  plan: Plan;
  nameOf: NameOf;
  /** With its templates and samples, and with the parts that are empty. */
  whole?: boolean;
  onEdit?: ((section: Section) => void) | undefined;
}) {
  const { say, list, labelled } = useSpeech();
  const shown = (items: readonly unknown[]): boolean => whole || items.length > 0;
  return (
    <Stack gap="lg">
      <Part section="overview" onEdit={onEdit}>
        {plan.summary && <Text className="plan-text">{plan.summary}</Text>}
        <Text className="quiet">
          {labelled(say(FIELD_WORDS.situation), say(SITUATION_WORDS[plan.situation]))}
        </Text>
        {plan.origin && <Text className="quiet">{labelled(say(FIELD_WORDS.origin), plan.origin)}</Text>}
      </Part>
      <Part section="criteria" onEdit={onEdit}>
        <Text>
          <CriterionText expression={plan.activation} />
        </Text>
        <Text className="quiet">{say(PLAN.answers, { n: plan.acknowledgements })}</Text>
      </Part>
      {shown(plan.roles) && (
        <Part section="roles" onEdit={onEdit}>
          <Rows>
            {plan.roles.map((role) => (
              <Table.Tr key={role.key}>
                <Table.Th>{role.name}</Table.Th>
                <Table.Td>
                  <Holder plan={plan} role={role} nameOf={nameOf} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Rows>
        </Part>
      )}
      {shown(plan.steps) && (
        <Part section="steps" onEdit={onEdit}>
          <Steps plan={plan} nameOf={nameOf} />
        </Part>
      )}
      {shown([...plan.levels, ...plan.bodies]) && (
        <Part section="levels" onEdit={onEdit}>
          <Rows>
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
          </Rows>
          <Rows>
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
          </Rows>
        </Part>
      )}
      {shown(plan.reports) && (
        <Part section="reports" onEdit={onEdit}>
          <Rows>
            {plan.reports.map((report) => (
              <Table.Tr key={report.to}>
                <Table.Th>{report.to}</Table.Th>
                <Table.Td>
                  <CriterionText expression={report.when} />
                </Table.Td>
                <Table.Td>{say(PLAN.minutes, { n: report.withinMinutes })}</Table.Td>
              </Table.Tr>
            ))}
          </Rows>
        </Part>
      )}
      {whole && (
        <Part section="templates" onEdit={onEdit}>
          {plan.templates.map((template) => (
            <details key={template.key}>
              <summary>{template.subject}</summary>
              <Text className="plan-text">{template.text}</Text>
            </details>
          ))}
        </Part>
      )}
      {shown(plan.audiences) && (
        <Part section="audiences" onEdit={onEdit}>
          <Rows>
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
          </Rows>
        </Part>
      )}
      {whole && <Samples plan={plan} onEdit={onEdit} />}
    </Stack>
  );
}

/** What the plan is tried on, and what is to come out. */
function Samples({ plan, onEdit }: { plan: Plan; onEdit: ((section: Section) => void) | undefined }) {
  const { say, list, labelled } = useSpeech();
  return (
    <Part section="samples" onEdit={onEdit}>
      <Rows>
        {plan.samples.map((sample) => (
          <Table.Tr key={sample.name}>
            <Table.Th>{sample.name}</Table.Th>
            <Table.Td>
              {list(
                sample.inputs.map(({ input, value }) => {
                  const words = inputValueWords(value);
                  return labelled(
                    isInputName(input) ? say(INPUTS[input].name) : input,
                    words ? say(words) : value,
                  );
                }),
              )}
              <br />
              <span className="quiet">
                {say(PLAN.expected, {
                  what: say(PLAN.comesOut, {
                    activates: say(STATED_WORDS[sample.activates ? 'yes' : 'no']),
                    level: sample.level,
                  }),
                })}
              </span>
            </Table.Td>
          </Table.Tr>
        ))}
      </Rows>
    </Part>
  );
}

/** One part of a plan under its heading, with the way to write it. */
function Part({
  section,
  onEdit,
  children,
}: {
  section: Section;
  onEdit: ((section: Section) => void) | undefined;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  const name = say(SECTION_WORDS[section]);
  return (
    <section id={`plan-${section}`} className="plan-part" tabIndex={-1}>
      <Group gap="xs">
        <Title order={3}>{name}</Title>
        {onEdit && (
          <ActionIcon
            className="no-print"
            variant="subtle"
            aria-label={say(PLAN.editPart, { part: name })}
            onClick={() => onEdit(section)}
          >
            <IconPencil size={16} />
          </ActionIcon>
        )}
      </Group>
      {children}
    </section>
  );
}

const Rows = ({ children }: { children: ReactNode[] }) =>
  children.length > 0 && (
    <Table>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );

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
function Steps({ plan, nameOf }: { plan: Plan; nameOf: NameOf }) {
  const { say, bracketed } = useSpeech();
  return (
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
  );
}
