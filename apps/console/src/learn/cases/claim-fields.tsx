import { ActionIcon, Checkbox, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import type { DragEvent } from 'react';
import {
  CLAIM_SECTIONS,
  type Claim,
  type ClaimSection,
  DISCLOSURES,
  MEASURE_STATES,
  OUTCOMES,
} from '../../../../../areas/learn/cases/schema.ts';
import {
  DISCLOSURE_WORDS,
  MEASURE_WORDS,
  OUTCOME_WORDS,
  SECTION_WORDS,
} from '../../../../../areas/learn/cases/words.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { shorten } from '../../../../../kernel/text.ts';
import { useSpeech } from '../../language.tsx';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { BothFields } from './both-fields.tsx';
import { LifeFields } from './life-fields.tsx';
import { CASE } from './words.ts';

interface Props {
  readonly claim: Claim;
  readonly section: ClaimSection;
  readonly labels: { value: string; label: string }[];
  /** Claims of its section it may stand under as a cause. */
  readonly leads: readonly Claim[];
  /** All other claims of the case. */
  readonly others: readonly Claim[];
  readonly onChange: (claim: Claim) => void;
  readonly onSwap: (by: -1 | 1) => void;
  readonly onMove: (to: ClaimSection) => void;
  readonly onDelete: () => void;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** A claim without one of its fields: what is not stated is not there. */
function without<K extends keyof Claim>(claim: Claim, key: K): Claim {
  const { [key]: _, ...rest } = claim;
  return rest as Claim;
}

/** One claim: its words, how certain it is, what it stands on and what it supports; the rest on demand. */
export function ClaimFields(props: Props) {
  const { claim, section, labels, leads, others, onChange, onSwap, onMove, onDelete } = props;
  const { say } = useSpeech();
  return (
    <fieldset className="claim">
      <BothFields long hedged value={claim.text} onChange={(text) => onChange({ ...claim, text })} />
      <MultiSelect
        mt={4}
        label={say(CASE.labelsOfFigure)}
        value={claim.labels}
        onChange={(value) => onChange({ ...claim, labels: value })}
        data={labels}
        searchable
      />
      {section === 'cause' && <FactorFields claim={claim} leads={leads} onChange={onChange} />}
      {section === 'response' && claim.labels.length === 0 && (
        <Checkbox
          mt={4}
          label={say(CASE.textOnly)}
          checked={claim.textOnly}
          onChange={(event) => onChange({ ...claim, textOnly: event.currentTarget.checked })}
        />
      )}
      <Group mt={4} align="end">
        <TextInput
          flex={1}
          label={say(CASE.source_)}
          value={claim.source ?? ''}
          onChange={(event) => {
            const source = event.currentTarget.value;
            onChange(source ? { ...claim, source } : without(claim, 'source'));
          }}
        />
        <Select
          label={say(CASE.toSection)}
          value={section}
          allowDeselect={false}
          onChange={(value) => value && value !== section && onMove(value as ClaimSection)}
          data={CLAIM_SECTIONS.map((value) => ({ value, label: say(SECTION_WORDS[value]) }))}
        />
        <ActionIcon variant="default" size="lg" aria-label={say(CASE.moveUp)} onClick={() => onSwap(-1)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={say(CASE.moveDown)} onClick={() => onSwap(1)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={say(W.remove)} onClick={onDelete}>
          <IconTrash size={16} />
        </ActionIcon>
        {/* A span, for a button inside a form is not dragged in every browser. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and a list do the same beside it */}
        <span
          className="grip"
          draggable
          title={say(CASE.drag)}
          data-testid={`drag ${claim.id}`}
          onDragStart={props.onDragStart}
          onDragEnd={props.onDragEnd}
        >
          <IconGripVertical size={18} aria-hidden />
        </span>
      </Group>
      <details>
        <summary>{say(CASE.more)}</summary>
        <More claim={claim} section={section} others={others} onChange={onChange} />
      </details>
    </fieldset>
  );
}

function Optional<V extends string>({
  label,
  value,
  values,
  words,
  onChange,
}: {
  label: string;
  value: V | undefined;
  values: readonly V[];
  words: Readonly<Record<V, Bilingual>>;
  onChange: (value: V | undefined) => void;
}) {
  const { say } = useSpeech();
  return (
    <Select
      label={label}
      value={value ?? ''}
      allowDeselect={false}
      onChange={(next) => onChange((next || undefined) as V | undefined)}
      data={[
        { value: '', label: say(W.notSaid) },
        ...values.map((each) => ({ value: each as string, label: say(words[each]) })),
      ]}
    />
  );
}

/** A fact that is listed under another claim as a cause of it, and how surely it is one. */
function FactorFields({ claim, leads, onChange }: Pick<Props, 'claim' | 'leads' | 'onChange'>) {
  const { say, language } = useSpeech();
  const { factor } = claim;
  return (
    <Group grow mt={4} align="end">
      <Select
        label={say(CASE.factorOf)}
        value={factor?.of ?? ''}
        allowDeselect={false}
        onChange={(of) =>
          onChange(
            of
              ? { ...claim, factor: { certainty: factor?.certainty ?? 'unknown', of } }
              : without(claim, 'factor'),
          )
        }
        data={[
          { value: '', label: say(CASE.factorOfNone) },
          ...leads.map(({ id, text }) => ({ value: id, label: `${id} ${shorten(text[language], 40)}` })),
        ]}
      />
      {factor && (
        <Select
          label={say(CASE.factorCertainty)}
          value={factor.certainty}
          allowDeselect={false}
          onChange={(value) =>
            onChange({
              ...claim,
              factor: { ...factor, certainty: (value ?? 'unknown') as typeof factor.certainty },
            })
          }
          data={CERTAINTIES.map((value) => ({ value, label: say(CERTAINTY_WORDS[value]) }))}
        />
      )}
    </Group>
  );
}

function More({
  claim,
  section,
  others,
  onChange,
}: {
  claim: Claim;
  section: ClaimSection;
  others: readonly Claim[];
  onChange: (claim: Claim) => void;
}) {
  const { say } = useSpeech();
  return (
    <>
      <Group grow mt={4} align="end">
        <Select
          label={say(CASE.disclosure)}
          value={claim.disclosure}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ ...claim, disclosure: (value ?? 'publish') as Claim['disclosure'] })
          }
          data={DISCLOSURES.map((value) => ({ value, label: say(DISCLOSURE_WORDS[value]) }))}
        />
        {section === 'response' && (
          <Optional
            label={say(CASE.outcome)}
            value={claim.outcome}
            values={OUTCOMES}
            words={OUTCOME_WORDS}
            onChange={(outcome) => onChange(outcome ? { ...claim, outcome } : without(claim, 'outcome'))}
          />
        )}
        {section === 'measures' && (
          <Optional
            label={say(CASE.measureState)}
            value={claim.done}
            values={MEASURE_STATES}
            words={MEASURE_WORDS}
            onChange={(done) => onChange(done ? { ...claim, done } : without(claim, 'done'))}
          />
        )}
      </Group>
      <LifeFields claim={claim} others={others} onChange={onChange} />
    </>
  );
}
