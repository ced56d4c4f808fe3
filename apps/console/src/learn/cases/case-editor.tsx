import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  Select,
  Stack,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { findingsOf } from '../../../../../areas/learn/cases/rules.ts';
import {
  CAUSE_GROUPS,
  type CaseDocument,
  CERTAINTIES,
  CLAIM_SECTIONS,
  type Claim,
  type ClaimSection,
} from '../../../../../areas/learn/cases/schema.ts';
import { CAUSE_WORDS, CERTAINTY_WORDS, SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { labelsOf, tagOf } from '../../../../../report/figure/rules.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { BothFields } from './both-fields.tsx';
import { BulletsEditor } from './bullets-editor.tsx';
import type { CaseReply } from './case-page.tsx';
import { FigureEditor } from './figure-editor.tsx';
import { FigureView } from './figure-view.tsx';
import { FindingsList } from './findings-list.tsx';
import { LessonsEditor } from './lessons-editor.tsx';

const route = getRouteApi('/shell/learn/cases/$id');
const QUIET_MILLISECONDS = 400;

const fresh = (document: CaseDocument, section: ClaimSection): Claim => {
  const taken = new Set(CLAIM_SECTIONS.flatMap((each) => document.sections[each].map(({ id }) => id)));
  let n = 1;
  while (taken.has(`${section.slice(0, 1)}${n}`)) n++;
  return {
    id: `${section.slice(0, 1)}${n}`,
    text: { ja: '', en: '' },
    certainty: 'confirmed',
    disclosure: 'publish',
    labels: [],
    textOnly: false,
    covers: [],
  };
};

/** References a claim may name: by number, or a label's own id. */
function labelChoices(document: CaseDocument, language: 'ja' | 'en') {
  const choices = new Map<string, string>();
  for (const { label } of labelsOf(document.figure)) {
    const words = `${tagOf(label, language)} ${label.text[language]}`.trim();
    for (const n of label.numbers) choices.set(`${label.kind === 'event' ? 'e' : 'r'}${n}`, words);
    if (label.id) choices.set(label.id, words);
  }
  return [...choices].map(([value, label]) => ({ value, label }));
}

/** Writing a case: claims in place, findings and the live figure beside them. Saved as a new version, never over another's. */
export function CaseEditor({ reply }: { reply: CaseReply }) {
  const { say, language } = useSpeech();
  const navigate = route.useNavigate();
  const [document, setDocument] = useState<CaseDocument>(reply.document);
  // What this text was written on; the page may learn of newer versions meanwhile.
  const [base, setBase] = useState(reply.version);
  const [settled] = useDebouncedValue(document, QUIET_MILLISECONDS);
  const findings = useMemo(() => findingsOf(settled), [settled]);
  const save = useAct('PUT /api/learn/cases/:id', {
    stale: ['case', 'cases'],
    said: say(W.saved),
    done: () => void navigate({ search: { edit: '' } }),
  });
  const set = (patch: Partial<CaseDocument>) => setDocument((before) => ({ ...before, ...patch }));
  const setSection = (section: ClaimSection, claims: Claim[]) =>
    setDocument((before) => ({ ...before, sections: { ...before.sections, [section]: claims } }));
  const move = (from: ClaimSection, claim: Claim, to: ClaimSection) =>
    setDocument((before) => ({
      ...before,
      sections: {
        ...before.sections,
        [from]: before.sections[from].filter(({ id }) => id !== claim.id),
        [to]: [...before.sections[to], claim],
      },
    }));
  const labels = labelChoices(settled, language);
  const refused = save.wrong('document');
  return (
    <form
      className="case"
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ params: { id: reply.id }, body: { version: base, document } });
      }}
    >
      <Group justify="space-between">
        <Title order={1}>{document.title[language]}</Title>
        <Group gap="xs">
          <Button variant="default" onClick={() => void navigate({ search: { edit: '' } })}>
            {say(W.cancel)}
          </Button>
          <Button type="submit" loading={save.pending}>
            {say(W.saveVersion)}
          </Button>
        </Group>
      </Group>
      {reply.version !== base && (
        <Alert color="yellow" title={say(W.newerVersion, { n: reply.version })}>
          <Button
            variant="default"
            onClick={() => {
              setDocument(reply.document);
              setBase(reply.version);
            }}
          >
            {say(W.takeNewer)}
          </Button>
        </Alert>
      )}
      {refused && <Alert color="red">{refused}</Alert>}
      <Group align="end" grow>
        <BothFields label={say(W.title)} value={document.title} onChange={(title) => set({ title })} />
        <Select
          label={say(W.cause)}
          value={document.causeGroup}
          allowDeselect={false}
          onChange={(group) =>
            set({ causeGroup: (group ?? document.causeGroup) as CaseDocument['causeGroup'] })
          }
          data={CAUSE_GROUPS.map((value) => ({ value, label: say(CAUSE_WORDS[value]) }))}
        />
      </Group>
      <div className="case-sections">
        <Stack>
          {document.questions.length > 0 && (
            <section>
              <h2>{say(W.questions)}</h2>
              <ul>
                {document.questions.map((question) => (
                  <li key={question.ja}>
                    {question[language]}{' '}
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() =>
                        set({ questions: document.questions.filter((each) => each !== question) })
                      }
                    >
                      {say(W.answered)}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <BulletsEditor
            heading={say(W.summary)}
            bullets={document.summary}
            most={4}
            onChange={(summary) => set({ summary })}
          />
          <BulletsEditor
            heading={say(W.outline)}
            bullets={document.outline}
            most={3}
            onChange={(outline) => set({ outline })}
          />
          {CLAIM_SECTIONS.map((section) => (
            <section key={section}>
              <h2>{say(SECTION_WORDS[section])}</h2>
              <Stack gap="sm">
                {document.sections[section].map((claim, at) => (
                  <ClaimFields
                    key={claim.id}
                    claim={claim}
                    section={section}
                    labels={labels}
                    onChange={(next) =>
                      setSection(
                        section,
                        document.sections[section].map((each) => (each.id === claim.id ? next : each)),
                      )
                    }
                    onSwap={(by) => {
                      const claims = [...document.sections[section]];
                      const other = claims[at + by];
                      if (!other) return;
                      claims[at + by] = claim;
                      claims[at] = other;
                      setSection(section, claims);
                    }}
                    onMove={(to) => move(section, claim, to)}
                    onDelete={() =>
                      setSection(
                        section,
                        document.sections[section].filter(({ id }) => id !== claim.id),
                      )
                    }
                  />
                ))}
                <Button
                  variant="default"
                  leftSection={<IconPlus size={14} />}
                  onClick={() =>
                    setSection(section, [...document.sections[section], fresh(document, section)])
                  }
                >
                  {say(W.addClaim)}
                </Button>
              </Stack>
            </section>
          ))}
          <section>
            <h2>{say(SECTION_WORDS.lessons)}</h2>
            <LessonsEditor document={document} onChange={(lessons) => set({ lessons })} />
          </section>
          <FigureEditor figure={document.figure} onChange={(figure) => set({ figure })} />
        </Stack>
        <Stack className="case-beside">
          <FigureView editing figure={settled.figure} title={settled.title[language]} />
          <FindingsList findings={findings} />
        </Stack>
      </div>
    </form>
  );
}

interface ClaimProps {
  readonly claim: Claim;
  readonly section: ClaimSection;
  readonly labels: { value: string; label: string }[];
  readonly onChange: (claim: Claim) => void;
  readonly onSwap: (by: -1 | 1) => void;
  readonly onMove: (to: ClaimSection) => void;
  readonly onDelete: () => void;
}

function ClaimFields({ claim, section, labels, onChange, onSwap, onMove, onDelete }: ClaimProps) {
  const { say } = useSpeech();
  return (
    <fieldset className="claim">
      <BothFields long value={claim.text} onChange={(text) => onChange({ ...claim, text })} />
      <Group grow mt={4} align="end">
        <Select
          label={say(W.certainty)}
          value={claim.certainty}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ ...claim, certainty: (value ?? 'confirmed') as Claim['certainty'] })
          }
          data={CERTAINTIES.map((value) => ({ value, label: say(CERTAINTY_WORDS[value]) }))}
        />
        <MultiSelect
          label={say(W.labelsOfFigure)}
          value={claim.labels}
          onChange={(value) => onChange({ ...claim, labels: value })}
          data={labels}
          searchable
        />
      </Group>
      {section === 'response' && claim.labels.length === 0 && (
        <Checkbox
          mt={4}
          label={say(W.textOnly)}
          checked={claim.textOnly}
          onChange={(event) => onChange({ ...claim, textOnly: event.currentTarget.checked })}
        />
      )}
      <Group mt={4} align="end">
        <TextInput
          flex={1}
          label={say(W.source_)}
          value={claim.source ?? ''}
          onChange={(event) => {
            const { source: _, ...rest } = claim;
            const source = event.currentTarget.value;
            onChange(source ? { ...rest, source } : rest);
          }}
        />
        <Select
          label={say(W.toSection)}
          value={section}
          allowDeselect={false}
          onChange={(value) => value && value !== section && onMove(value as ClaimSection)}
          data={CLAIM_SECTIONS.map((value) => ({ value, label: say(SECTION_WORDS[value]) }))}
        />
        <ActionIcon variant="default" size="lg" aria-label={say(W.moveUp)} onClick={() => onSwap(-1)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={say(W.moveDown)} onClick={() => onSwap(1)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={say(W.remove)} onClick={onDelete}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
    </fieldset>
  );
}
