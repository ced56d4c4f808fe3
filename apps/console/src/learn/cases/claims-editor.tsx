import { Button, Stack } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import {
  type CaseDocument,
  CLAIM_SECTIONS,
  type Claim,
  type ClaimSection,
} from '../../../../../areas/learn/cases/schema.ts';
import { SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { labelsOf, tagOf, wordsOf } from '../../../../../report/figure/rules.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { ClaimFields } from './claim-fields.tsx';
import { CASE } from './words.ts';

type Sections = CaseDocument['sections'];
const CLAIM = 'application/x-sonae-claim';

const fresh = (sections: Sections, section: ClaimSection): Claim => {
  const taken = new Set(CLAIM_SECTIONS.flatMap((each) => sections[each].map(({ id }) => id)));
  let n = 1;
  while (taken.has(`${section.slice(0, 1)}${n}`)) n++;
  return {
    id: `${section.slice(0, 1)}${n}`,
    text: { ja: '', en: '' },
    disclosure: 'publish',
    labels: [],
    textOnly: false,
    times: [],
    estimates: [],
    covers: [],
  };
};

/** References a claim may name: by number, or a label's own id. */
function labelChoices(document: CaseDocument, language: 'ja' | 'en') {
  const choices = new Map<string, string>();
  for (const { label } of labelsOf(document.figure)) {
    const words = `${tagOf(label, language)} ${wordsOf(label, language)}`.trim();
    for (const n of label.numbers) choices.set(`${label.kind === 'event' ? 'e' : 'r'}${n}`, words);
    if (label.id) choices.set(label.id, words);
  }
  return [...choices].map(([value, label]) => ({ value, label }));
}

/** Takes a claim out of where it stands and puts it before another, or at the end of a section. */
function placed(sections: Sections, id: string, to: ClaimSection, before?: string): Sections {
  const claim = CLAIM_SECTIONS.flatMap((each) => sections[each]).find((each) => each.id === id);
  if (!claim || id === before) return sections;
  const without = Object.fromEntries(
    CLAIM_SECTIONS.map((each) => [each, sections[each].filter((other) => other.id !== id)]),
  ) as Sections;
  const target = [...without[to]];
  const at = before === undefined ? -1 : target.findIndex((each) => each.id === before);
  target.splice(at < 0 ? target.length : at, 0, claim);
  return { ...without, [to]: target };
}

/** The five sections of claims; a claim is dragged by its handle, or moved by keys and by choosing a section. */
export function ClaimsEditor({
  document,
  onChange,
}: {
  document: CaseDocument;
  onChange: (sections: Sections) => void;
}) {
  const { say, language } = useSpeech();
  const { sections } = document;
  const [over, setOver] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const labels = labelChoices(document, language);
  const set = (section: ClaimSection, claims: Claim[]) => onChange({ ...sections, [section]: claims });
  const add = (section: ClaimSection, after?: string) => {
    const claim = fresh(sections, section);
    const claims = [...sections[section]];
    const at = after === undefined ? claims.length : claims.findIndex(({ id }) => id === after) + 1;
    claims.splice(at, 0, claim);
    set(section, claims);
    // The new field exists after the next drawing.
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLTextAreaElement>(`[data-claim="${claim.id}"] textarea`)?.focus(),
    );
  };
  const swap = (section: ClaimSection, at: number, by: -1 | 1) => {
    const claims = [...sections[section]];
    const [one, other] = [claims[at], claims[at + by]];
    if (!one || !other) return;
    claims[at + by] = one;
    claims[at] = other;
    set(section, claims);
  };
  const dropAt = (section: ClaimSection, before?: string) => ({
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(CLAIM)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(before ?? section);
    },
    onDrop: (event: DragEvent) => {
      const id = event.dataTransfer.getData(CLAIM);
      if (!id) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(undefined);
      onChange(placed(sections, id, section, before));
    },
  });
  const onKeyDown = (section: ClaimSection, at: number, id: string) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      swap(section, at, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(section, id);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={root}>
      {CLAIM_SECTIONS.map((section) => (
        <section key={section} data-over={over === section} className="drop" {...dropAt(section)}>
          <h2>{say(SECTION_WORDS[section])}</h2>
          <Stack gap="sm">
            {sections[section].map((claim, at) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: dragging has keys and a list beside it
              <div
                key={claim.id}
                data-claim={claim.id}
                data-over={over === claim.id}
                className="drop"
                onKeyDown={onKeyDown(section, at, claim.id)}
                {...dropAt(section, claim.id)}
              >
                <ClaimFields
                  claim={claim}
                  section={section}
                  labels={labels}
                  others={CLAIM_SECTIONS.flatMap((each) => sections[each]).filter(
                    ({ id }) => id !== claim.id,
                  )}
                  leads={sections[section].filter((each) => each.id !== claim.id && !each.factor)}
                  onChange={(next) =>
                    set(
                      section,
                      sections[section].map((each) => (each.id === claim.id ? next : each)),
                    )
                  }
                  onSwap={(by) => swap(section, at, by)}
                  onMove={(to) => onChange(placed(sections, claim.id, to))}
                  onDelete={() =>
                    set(
                      section,
                      sections[section].filter(({ id }) => id !== claim.id),
                    )
                  }
                  onDragStart={(event) => {
                    event.dataTransfer.setData(CLAIM, claim.id);
                    event.dataTransfer.effectAllowed = 'move';
                  }}
                  onDragEnd={() => setOver(undefined)}
                />
              </div>
            ))}
            <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => add(section)}>
              {say(CASE.addClaim)}
            </Button>
          </Stack>
        </section>
      ))}
    </div>
  );
}
