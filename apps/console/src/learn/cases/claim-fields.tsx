import { Checkbox, MultiSelect, Select, Textarea } from '@mantine/core';
import { MOST } from '../../../../../areas/learn/cases/limits/rules.ts';
import type { Facet } from '../../../../../areas/learn/cases/prose/words.ts';
import {
  type Claim,
  type ClaimSection,
  DISCLOSURES,
  MEASURE_STATES,
  OUTCOMES,
} from '../../../../../areas/learn/cases/schema.ts';
import { DISCLOSURE_WORDS, MEASURE_WORDS, OUTCOME_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { shorten } from '../../../../../kernel/text.ts';
import { useSpeech } from '../../language.tsx';
import { W } from '../../words.ts';
import { HedgeFields } from './hedge-fields.tsx';
import { EstimatesFields, LaterFields, TimesFields } from './life-fields.tsx';
import { CASE_WORDS } from './undo-place.ts';
import { CASE } from './words.ts';

export interface FacetProps {
  readonly claim: Claim;
  readonly section: ClaimSection;
  readonly labels: { value: string; label: string }[];
  /** Claims of its section it may stand under as a cause. */
  readonly leads: readonly Claim[];
  /** All other claims of the case. */
  readonly others: readonly Claim[];
  readonly onChange: (claim: Claim) => void;
}
type Props = FacetProps;

/** A claim without one of its fields: what is not stated is not there. */
function without<K extends keyof Claim>(claim: Claim, key: K): Claim {
  const { [key]: _, ...rest } = claim;
  return rest as Claim;
}

/** What of a section's claims can be known besides their words. */
export const facetsIn = (section: ClaimSection): Facet[] => [
  'hedges',
  'labels',
  'times',
  'estimates',
  'source',
  ...(section === 'cause' ? (['factor'] as const) : []),
  ...(section === 'response' ? (['outcome'] as const) : []),
  ...(section === 'measures' ? (['done'] as const) : []),
  'later',
  'disclosure',
];

const NOTHING = { ja: '', en: '' };

/** The fields of one thing that is known of a claim. */
export function FacetFields({ facet, ...props }: FacetProps & { facet: Facet }) {
  const { claim, labels, section, onChange } = props;
  const { say } = useSpeech();
  switch (facet) {
    case 'labels':
      return (
        <>
          <MultiSelect
            label={say(CASE.labelsOfFigure)}
            maxValues={MOST.labels}
            error={claim.labels.length >= MOST.labels && say(CASE.most, { n: MOST.labels })}
            value={claim.labels}
            onChange={(value) => onChange({ ...claim, labels: value })}
            data={labels}
            searchable
            data-autofocus
          />
          {section === 'response' && claim.labels.length === 0 && (
            <Checkbox
              mt={8}
              label={say(CASE.textOnly)}
              checked={claim.textOnly}
              onChange={(event) => onChange({ ...claim, textOnly: event.currentTarget.checked })}
            />
          )}
        </>
      );
    case 'hedges':
      return (
        <HedgeFields value={claim.text} chosen={NOTHING} onChange={(text) => onChange({ ...claim, text })} />
      );
    case 'factor':
      return <FactorFields {...props} />;
    case 'times':
      return <TimesFields {...props} />;
    case 'estimates':
      return <EstimatesFields {...props} />;
    case 'later':
      return <LaterFields {...props} />;
    case 'source':
      return (
        <Textarea
          {...CASE_WORDS}
          label={say(CASE.source_)}
          autosize
          maxLength={300}
          data-autofocus
          value={claim.source ?? ''}
          onChange={(event) => {
            const source = event.currentTarget.value;
            onChange(source ? { ...claim, source } : without(claim, 'source'));
          }}
        />
      );
    case 'outcome':
      return (
        <Optional
          label={say(CASE.outcome)}
          value={claim.outcome}
          values={OUTCOMES}
          words={OUTCOME_WORDS}
          onChange={(outcome) => onChange(outcome ? { ...claim, outcome } : without(claim, 'outcome'))}
        />
      );
    case 'done':
      return (
        <Optional
          label={say(CASE.measureState)}
          value={claim.done}
          values={MEASURE_STATES}
          words={MEASURE_WORDS}
          onChange={(done) => onChange(done ? { ...claim, done } : without(claim, 'done'))}
        />
      );
    case 'disclosure':
      return (
        <Select
          label={say(CASE.disclosure)}
          value={claim.disclosure}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ ...claim, disclosure: (value ?? 'publish') as Claim['disclosure'] })
          }
          data={DISCLOSURES.map((value) => ({ value, label: say(DISCLOSURE_WORDS[value]) }))}
        />
      );
  }
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
    <>
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
          ...leads.map(({ id, text }) => ({
            value: id,
            label: shorten(text[language] || text[language === 'ja' ? 'en' : 'ja'], 60) || id,
          })),
        ]}
      />
      {factor && (
        <Select
          mt={8}
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
    </>
  );
}
