import { ActionIcon, Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { newestEdition } from '../../../../../areas/learn/cases/causes/rules.ts';
import { CAUSE_WORDS } from '../../../../../areas/learn/cases/causes/words.ts';
import { figureToKeep } from '../../../../../areas/learn/cases/figures/rules.ts';
import { risesWhileWriting } from '../../../../../areas/learn/cases/hedging/rules.ts';
import { LONGEST, MOST } from '../../../../../areas/learn/cases/limits/rules.ts';
import { placeWords, theirWords } from '../../../../../areas/learn/cases/merging/words.ts';
import { findingsInPlace } from '../../../../../areas/learn/cases/prose/rules.ts';
import { stillUnsaid } from '../../../../../areas/learn/cases/recorded/rules.ts';
import { findingsOf } from '../../../../../areas/learn/cases/rules.ts';
import type { CaseDocument } from '../../../../../areas/learn/cases/schema.ts';
import { claimsOf } from '../../../../../areas/learn/cases/texts/rules.ts';
import type { Arrived } from '../../../../../areas/learn/cases/undoing/rules.ts';
import { SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { spelledText } from '../../../../../kernel/hedges.ts';
import type { Arrangement } from '../../../../../report/figure/arrangement.ts';
import { figurePage } from '../../../../../report/figure/room.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { usePlace } from '../../shell/place.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from '../../ui/icons.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { W } from '../../words.ts';
import { Asked } from './asked.tsx';
import { BothFields } from './both-fields.tsx';
import { BulletsEditor } from './bullets-editor.tsx';
import type { CaseReply } from './case-page.tsx';
import { FigureCanvas } from './figure-canvas.tsx';
import { FigureEditor, withNewBox } from './figure-editor.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { useKeptFigure } from './figure-view.tsx';
import { FindingsList } from './findings-list.tsx';
import { freshId } from './fresh-id.ts';
import { LessonsEditor } from './lessons-editor.tsx';
import { PagePreview } from './page-preview.tsx';
import { ProseEditor } from './prose-editor.tsx';
import { useTypedSteps } from './typing.ts';
import { undoesCase, undoFocus } from './undo-place.ts';
import { type Drawing, useFigure } from './use-figure.ts';
import { type Draft, useWriting } from './use-writing.ts';
import { CASE } from './words.ts';

const route = getRouteApi('/shell/learn/cases/$id');
const QUIET_MILLISECONDS = 400;

function withoutPlaces({ arrangement: _, ...figure }: CaseDocument['figure']): CaseDocument['figure'] {
  return figure;
}

/** Whether something was put where it could not stand, so that all of it had to be laid out anew. */
function isElsewhere({ arrangement }: CaseDocument['figure'], { sheets, pending }: Drawing): boolean {
  const [sheet, ...more] = sheets;
  if (pending || !arrangement || !sheet || more.length > 0) return false;
  return Object.entries(arrangement.cells).some(([id, cell]) => {
    const there = sheet.arrangement.cells[id];
    return there !== undefined && (there[0] !== cell[0] || there[1] !== cell[1]);
  });
}

/**
 * Writing a case: claims in place; findings, the live figure and the pages beside them. What others save meanwhile comes
 * in, nobody's words are overwritten, and nothing is left behind unsaved without a question.
 */
export function CaseEditor({ reply }: { reply: CaseReply }) {
  const { say, language } = useSpeech();
  const navigate = route.useNavigate();
  const may = useMay();
  const draft = useWriting(reply);
  const { document } = draft;
  const [settled] = useDebouncedValue(document, QUIET_MILLISECONDS);
  const findings = useMemo(
    () => [...findingsOf(settled), ...risesWhileWriting(reply.findings, reply.document, settled)],
    [settled, reply.findings, reply.document],
  );
  const placedFindings = useMemo(() => findingsInPlace(settled, findings), [settled, findings]);
  const save = useAct('PUT /api/learn/cases/:id', {
    stale: ['case', 'cases', 'lessons'],
    said: say(W.saved),
    done: ({ version }) => {
      draft.kept(version, sent.current.document);
      // Who has written on meanwhile stays, on what was saved.
      if (sent.current.leave && draft.isStill(sent.current.document))
        void navigate({ search: { edit: '' }, ignoreBlocker: true });
    },
  });
  const sent = useRef({ document, leave: false });
  const arranged = useRef<Arrangement | undefined>(undefined);
  // Of the version the writing began with, what is kept is shown at once and gone on from; of a later one it is another picture.
  const began = useRef(reply);
  const kept = useKeptFigure(reply.id);
  const drawing = useFigure(settled.figure, language, spelledText(settled.title, language), {
    page: figurePage(settled),
    ...(reply.version === began.current.version && {
      kept: { figure: began.current.document.figure, sheets: kept.data?.sheets },
    }),
    onArranged: (arrangement) => {
      arranged.current = arrangement;
    },
  });
  const submit = (leave: boolean) => {
    // What was changed is printed as it stands here.
    const figure = figureToKeep(document.figure, draft.base.document.figure, arranged.current);
    const whole = figure === document.figure ? document : { ...document, figure };
    if (whole !== document) draft.amend(() => whole);
    sent.current = { document: whole, leave };
    save.run({ params: { id: reply.id }, body: { version: draft.base.version, document: whole } });
  };
  // By its key it is saved and written on; the button ends the writing.
  const saveOn = () => save.pending || submit(false);
  const undo = () => draft.undo?.();
  const redo = () => draft.redo?.();
  const hears = () => undoesCase(undoFocus(globalThis.document.activeElement));
  usePlace(W.cases, [
    { key: 'save', word: W.save, run: saveOn, hotkey: 'mod+S', whileTyping: true },
    { key: 'undo', word: CASE.undo, run: undo, hotkey: 'mod+Z', whileTyping: true, repeats: true, hears },
    {
      key: 'redo',
      word: CASE.redo,
      run: redo,
      hotkey: 'mod+shift+Z',
      whileTyping: true,
      repeats: true,
      hears,
    },
    {
      key: 'redo-too',
      word: CASE.redo,
      run: redo,
      hotkey: 'mod+Y',
      whileTyping: true,
      repeats: true,
      unlisted: true,
      hears,
    },
  ]);
  const form = useRef<HTMLFormElement>(null);
  useTypedSteps(form, { pause: draft.pause, undo, redo });
  const set = (patch: Partial<CaseDocument>) => draft.change((before) => ({ ...before, ...patch }));
  const whole = document.questions.filter(({ about }) => about === undefined);
  const record = useQuery({
    ...reading('GET /api/learn/cases/:id/unsaid', { params: { id: reply.id } }, 'case'),
    enabled: reply.incidentId !== null && may('incident.read'),
  });
  const setFigure = (figure: CaseDocument['figure']) => set({ figure });
  const standing = document.figure.arrangement ?? drawing.sheets[0]?.arrangement;
  const [visited, setVisited] = useState<string>();
  const [pointed, setPointed] = useState<readonly string[]>([]);
  const refused = save.wrong('document');
  return (
    <form
      ref={form}
      className="case"
      onSubmit={(event) => {
        event.preventDefault();
        submit(true);
      }}
    >
      <Group justify="space-between" className="case-bar">
        <Title order={1}>{document.title[language] || document.title.ja || document.title.en}</Title>
        <Group gap="xs">
          <UndoButtons undo={draft.undo} redo={draft.redo} />
          <Button variant="default" onClick={() => void navigate({ search: { edit: '' } })}>
            {say(W.cancel)}
          </Button>
          <Button type="submit" loading={save.pending}>
            {say(CASE.saveVersion)}
          </Button>
        </Group>
      </Group>
      <ArrivedNote arrived={draft.arrived} document={document} />
      {refused && <Alert color="red">{refused}</Alert>}
      <Group align="end" grow>
        <div>
          <BothFields
            hedged
            label={say(W.title)}
            longest={LONGEST.title}
            value={document.title}
            onChange={(title) => set({ title })}
          />
        </div>
        <Select
          label={say(W.cause)}
          value={document.causeGroup}
          allowDeselect={false}
          onChange={(group) =>
            set({
              causeGroup: (group ?? document.causeGroup) as CaseDocument['causeGroup'],
              causeEdition: newestEdition().edition,
            })
          }
          data={newestEdition().groups.map((value) => ({ value, label: say(CAUSE_WORDS[value]) }))}
        />
      </Group>
      <div className="case-sections">
        <Stack>
          {whole.length > 0 && (
            <section>
              <h2>{say(CASE.questions)}</h2>
              <Asked questions={whole} onAnswered={draft.change} />
            </section>
          )}
          <BulletsEditor
            heading={say(CASE.summary)}
            bullets={document.summary}
            most={4}
            longest={LONGEST.summary}
            onChange={(summary) => set({ summary })}
          />
          <BulletsEditor
            heading={say(CASE.outline)}
            bullets={document.outline}
            most={3}
            longest={LONGEST.outline}
            onChange={(outline) => set({ outline })}
          />
          <ProseEditor
            document={document}
            findings={placedFindings.inPlace}
            linked={claimsOf(document)
              .filter(({ labels }) => labels.some((each) => pointed.includes(each)))
              .map(({ id }) => id)}
            unsaid={stillUnsaid(document, record.data?.claims ?? [])}
            turns={draft.turns}
            onChange={draft.change}
            onVisit={setVisited}
          />
          <section>
            <h2>{say(SECTION_WORDS.lessons)}</h2>
            <Asked
              questions={document.questions.filter(({ about }) => about === 'lessons')}
              onAnswered={draft.change}
            />
            <LessonsEditor document={document} onChange={(lessons) => set({ lessons })} />
          </section>
          <details>
            <summary>{say(CASE.asList)}</summary>
            <FigureEditor figure={document.figure} onChange={setFigure} />
          </details>
        </Stack>
        <Stack className="case-beside">
          <FigureFrame
            drawing={drawing}
            title={spelledText(settled.title, language)}
            tools={
              <ActButton
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} />}
                why={
                  document.figure.boxes.length >= MOST.boxes ? say(CASE.most, { n: MOST.boxes }) : undefined
                }
                onClick={() => setFigure(withNewBox(document.figure, freshId('b')))}
              >
                {say(CASE.newBox)}
              </ActButton>
            }
            overlay={
              drawing.places &&
              standing && (
                <FigureCanvas
                  figure={document.figure}
                  places={drawing.places}
                  arrangement={standing}
                  linked={claimsOf(document).find(({ id }) => id === visited)?.labels ?? []}
                  onChange={setFigure}
                  onPoint={setPointed}
                />
              )
            }
            onRearrange={() => {
              set({ figure: withoutPlaces(document.figure) });
              drawing.rearrange();
            }}
          />
          <p className="prose-note">{say(CASE.figureHint)}</p>
          <p role="status" className="prose-note">
            {isElsewhere(settled.figure, drawing) && say(CASE.notThere)}
          </p>
          <FindingsList
            findings={placedFindings.elsewhere}
            inText={[...placedFindings.inPlace.values()].flat().length + document.questions.length}
          />
          <PagePreview document={settled} sheets={drawing.sheets} />
        </Stack>
      </div>
      <LeaveGuard changed={draft.changed} />
    </form>
  );
}

function UndoButtons({ undo, redo }: Pick<Draft, 'undo' | 'redo'>) {
  const { say } = useSpeech();
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={say(CASE.undo)}
        title={say(CASE.undo)}
        disabled={!undo}
        onClick={undo}
      >
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={say(CASE.redo)}
        title={say(CASE.redo)}
        disabled={!redo}
        onClick={redo}
      >
        <IconArrowForwardUp size={18} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}

/** What another's version brought in, and where both changed the same. */
function ArrivedNote({ arrived, document }: { arrived: Arrived | undefined; document: CaseDocument }) {
  const { say, language, labelled } = useSpeech();
  if (!arrived) return null;
  return (
    <Alert color="yellow" title={say(CASE.merged, { n: arrived.version, places: arrived.taken })}>
      {arrived.clashes.length > 0 && (
        <>
          <Text>{say(CASE.clash)}</Text>
          <ul>
            {arrived.clashes.map(({ path, theirs }) => (
              <li key={path}>
                {labelled(
                  placeWords(path, document, language),
                  theirs === null
                    ? say(CASE.removedThere)
                    : labelled(say(CASE.theirs), theirWords(theirs, language) || say(CASE.otherwise)),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
