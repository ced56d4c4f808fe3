import './prose.css';
import { Button } from '@mantine/core';
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import {
  added,
  type Caret,
  changedAt,
  isFull,
  joined,
  leadsNowhere,
  moved,
  pasted,
  pastedLines,
  placed,
  putIn,
  removed,
  sectionOf,
  split,
  withClaim,
} from '../../../../../areas/learn/cases/prose/rules.ts';
import type { Untold } from '../../../../../areas/learn/cases/recorded/rules.ts';
import {
  type CaseDocument,
  CLAIM_SECTIONS,
  type Claim,
  type ClaimSection,
} from '../../../../../areas/learn/cases/schema.ts';
import { claimsOf, type Finding } from '../../../../../areas/learn/cases/texts/rules.ts';
import { SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import type { Bilingual, Language } from '../../../../../kernel/language.ts';
import { labelsOf, tagOf, wordsOf } from '../../../../../report/figure/rules.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { Asked, Recorded } from './asked.tsx';
import { leavesBy, placeAt } from './caret.ts';
import type { ClaimAct } from './claim-menu.tsx';
import { ClaimParagraph } from './claim-paragraph.tsx';
import { FindingNotes } from './findings-list.tsx';
import { freshId } from './fresh-id.ts';
import { CASE } from './words.ts';

const CLAIM = 'application/x-sonae-claim';

/** References a claim may name: by number, or a label's own id. */
function labelChoices(document: CaseDocument, language: Language) {
  const choices = new Map<string, string>();
  for (const { label } of labelsOf(document.figure)) {
    const words = `${tagOf(label, language)} ${wordsOf(label, language)}`.trim();
    for (const n of label.numbers) choices.set(`${label.kind === 'event' ? 'e' : 'r'}${n}`, words);
    if (label.id) choices.set(label.id, words);
  }
  return [...choices].map(([value, label]) => ({ value, label }));
}

const languageOf = (field: Element): Language => (field.getAttribute('data-language') === 'en' ? 'en' : 'ja');
const idOf = (field: Element): string => field.closest('[data-claim]')?.getAttribute('data-claim') ?? '';
const caretOf = (field: HTMLTextAreaElement): Caret => ({
  id: idOf(field),
  language: languageOf(field),
  from: field.selectionStart,
  to: field.selectionEnd,
});

interface Props {
  readonly document: CaseDocument;
  /** The findings of each claim and section, by id and name. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Claims whose label is pointed at in the figure. */
  readonly linked: readonly string[];
  /** What the record of the incident says besides. */
  readonly unsaid: readonly Untold[];
  /** Grows when something was taken back or done again: the caret goes to what that changed. */
  readonly turns: number;
  readonly onChange: (edit: (before: CaseDocument) => CaseDocument) => void;
  /** The claim one is in, or points at. */
  readonly onVisit: (id: string | undefined) => void;
}

/**
 * The claims of a case as one text: Enter begins another, Backspace joins, arrows go from one to the next, and Alt with
 * them moves one. Nothing is done with keys while a word is being composed.
 */
export function ProseEditor({ document, findings, linked, unsaid, turns, onChange, onVisit }: Props) {
  const { say, language } = useSpeech();
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<Caret>(undefined);
  const [over, setOver] = useState<string>();
  const [told, setTold] = useState<Bilingual>();
  const labels = labelChoices(document, language);
  const all = claimsOf(document);

  const shown = useRef({ document, turns });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { document, turns };
    if (before.turns !== turns) wanted.current = changedAt(before.document, document, language);
    const caret = wanted.current;
    if (!caret) return;
    const field = fieldOf(caret);
    if (!field) return;
    wanted.current = undefined;
    field.focus();
    field.setSelectionRange(caret.from, caret.to);
  });
  const fieldOf = ({ id, language: of }: Pick<Caret, 'id' | 'language'>): HTMLTextAreaElement | null =>
    root.current?.querySelector(`[data-claim="${id}"] textarea[data-language="${of}"]`) ?? null;
  const go = (next: CaseDocument, caret: Caret) => {
    setTold(undefined);
    wanted.current = caret;
    onChange(() => next);
  };
  const start = (id: string, of: Language): Caret => ({ id, language: of, from: 0, to: 0 });

  const enter = (field: HTMLTextAreaElement) => {
    const caret = caretOf(field);
    // In the other language one goes on to the next: what it says of the next is not known yet.
    if (field.dataset['ghost'] === 'true') return step(field, 1, 0);
    const fresh = freshId(caret.id.slice(0, 1));
    const next = split(document, caret, fresh);
    if (next === document) return setTold(CASE.sectionFull);
    const before =
      field.value.slice(0, caret.from).trim() === '' && field.value.slice(caret.to).trim() !== '';
    go(next, start(before ? caret.id : fresh, caret.language));
  };
  const join = (id: string, of: Language): boolean => {
    const result = joined(document, id, of);
    if (result.is === 'joined') go(result.document, result.caret);
    else if (result.is === 'tooLong') setTold(CASE.joinTooLong);
    else if (result.is === 'different') setTold(CASE.joinDifferent);
    return result.is !== 'first';
  };
  const put = (section: ClaimSection, claim: Claim) => {
    const fresh = freshId(section.slice(0, 1));
    const next = putIn(document, section, claim, fresh);
    if (next === document) setTold(CASE.sectionFull);
    else go(next, start(fresh, language));
  };
  /** What cannot be put there for want of room is said. */
  const place = (next: CaseDocument, caret: Caret) =>
    next === document ? setTold(CASE.sectionFull) : go(next, caret);
  const shift = (id: string, by: -1 | 1, caret: Caret) => {
    if (leadsNowhere(document, id, by) === 'full') setTold(CASE.sectionFull);
    else go(moved(document, id, by), caret);
  };
  const act = (id: string, what: Exclude<ClaimAct, { is: 'doubt' | 'facet' }>) => {
    const caret = start(id, language);
    if (what.is === 'move') shift(id, what.by, caret);
    else if (what.is === 'section') place(placed(document, id, what.to), caret);
    else {
      const at = all.findIndex((each) => each.id === id);
      const next = all[at + 1] ?? all[at - 1];
      go(removed(document, id), start(next?.id ?? '', language));
    }
  };

  /** The field of the same language before or behind one. */
  const beside = (field: HTMLTextAreaElement, by: -1 | 1): HTMLTextAreaElement | undefined => {
    const ghost = field.dataset['ghost'] ?? 'false';
    const fields = [
      ...(root.current?.querySelectorAll<HTMLTextAreaElement>(`textarea[data-ghost="${ghost}"]`) ?? []),
    ];
    return fields[fields.indexOf(field) + by];
  };
  const step = (field: HTMLTextAreaElement, by: -1 | 1, x: number | undefined): boolean => {
    const next = beside(field, by);
    if (!next) return false;
    const { length } = next.value;
    const mirror = next.previousElementSibling;
    const at =
      x === undefined || !mirror
        ? by === 1
          ? 0
          : length
        : placeAt(mirror, length, x, by === 1 ? 'first' : 'last');
    next.focus();
    next.setSelectionRange(at, at);
    return true;
  };
  /** Whether a key leaves the paragraph, and it was followed. */
  const leave = (field: HTMLTextAreaElement, key: string): boolean => {
    const { selectionStart: at, selectionEnd: end, value, previousElementSibling: mirror } = field;
    if (at !== end) return false;
    if (key === 'ArrowLeft') return at === 0 && step(field, -1, undefined);
    if (key === 'ArrowRight') return at === value.length && step(field, 1, undefined);
    const by = key === 'ArrowUp' ? -1 : 1;
    const x = mirror ? leavesBy(mirror, at, value.length, by) : undefined;
    return x !== undefined && step(field, by, x);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, currentTarget: field } = event;
    const { id, language: of, from, to } = caretOf(field);
    const vertical = key === 'ArrowUp' || key === 'ArrowDown';
    if (altKey && vertical && !ctrlKey && !shiftKey) {
      shift(id, key === 'ArrowUp' ? -1 : 1, { id, language: of, from, to });
      return true;
    }
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      const section = sectionOf(document, id);
      const fresh = freshId(id.slice(0, 1));
      if (section) place(added(document, section, fresh, id), start(fresh, language));
      return true;
    }
    if (altKey || ctrlKey || metaKey || shiftKey) return false;
    if (key.startsWith('Arrow')) return leave(field, key);
    if (field.dataset['ghost'] === 'true' || from !== to) return false;
    if (key === 'Backspace' && from === 0) return join(id, of);
    const next = all[all.findIndex((each) => each.id === id) + 1];
    return key === 'Delete' && from === field.value.length && next !== undefined && join(next.id, of);
  };

  // Enter comes as what it does to the text, so that the one which ends a composition is never taken for a new paragraph.
  const onBreak = useRef(enter);
  useEffect(() => {
    onBreak.current = enter;
  });
  useEffect(() => {
    const element = root.current;
    const onBeforeInput = (event: InputEvent): void => {
      const { target, inputType, isComposing } = event;
      if (isComposing || !/^insert(LineBreak|Paragraph)$/.test(inputType)) return;
      if (!(target instanceof HTMLTextAreaElement) || !target.closest('.prose-field')) return;
      event.preventDefault();
      onBreak.current(target);
    };
    element?.addEventListener('beforeinput', onBeforeInput);
    return () => element?.removeEventListener('beforeinput', onBeforeInput);
  }, []);
  const onPaste = (event: ClipboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement) || !target.closest('.prose-field')) return;
    const text = event.clipboardData.getData('text/plain');
    const lines = pastedLines(text);
    if (!/[\r\n]/u.test(text)) return;
    event.preventDefault();
    if (lines.length === 0) return;
    const caret = caretOf(target);
    const result = pasted(
      document,
      caret,
      lines,
      lines.slice(1).map(() => freshId(caret.id.slice(0, 1))),
    );
    if (result) go(result.document, result.caret);
    else setTold(CASE.sectionFull);
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
      const full = sectionOf(document, id) !== section && isFull(document, section);
      setTold(full ? CASE.sectionFull : undefined);
      onChange((now) => placed(now, id, section, before));
    },
  });
  const paragraph = (section: ClaimSection, claim: Claim, at: number) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has keys and a menu beside it
    <div
      key={claim.id}
      data-over={over === claim.id}
      className="drop"
      onFocus={() => onVisit(claim.id)}
      onBlur={() => onVisit(undefined)}
      onMouseEnter={() => onVisit(claim.id)}
      onMouseLeave={() => onVisit(undefined)}
      {...dropAt(section, claim.id)}
    >
      <ClaimParagraph
        claim={claim}
        section={section}
        number={at + 1}
        labels={labels}
        figure={document.figure}
        findings={findings.get(claim.id) ?? []}
        linked={linked.includes(claim.id)}
        others={all.filter(({ id }) => id !== claim.id)}
        leads={document.sections[section].filter((each) => each.id !== claim.id && !each.factor)}
        onChange={(next) => onChange((now) => withClaim(now, next))}
        onAct={(what) => act(claim.id, what)}
        onTell={setTold}
        onKeyDown={(event) => press(event) && event.preventDefault()}
        onDragStart={(event) => {
          event.dataTransfer.setData(CLAIM, claim.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onDragEnd={() => setOver(undefined)}
      />
    </div>
  );
  return (
    <div ref={root} className="prose" onPaste={onPaste}>
      <p role="status" className="prose-note" data-severity="error">
        {told && say(told)}
      </p>
      {CLAIM_SECTIONS.map((section, i) => (
        <section
          key={section}
          id={`case-${section}`}
          data-over={over === section}
          className="drop"
          {...dropAt(section)}
        >
          <h2>
            {i + 1}. {say(SECTION_WORDS[section])}
          </h2>
          <FindingNotes findings={findings.get(section) ?? []} />
          <Asked
            questions={document.questions.filter(({ about }) => about === section)}
            onAnswered={onChange}
          />
          {document.sections[section].map((claim, at) => paragraph(section, claim, at))}
          <Recorded
            claims={unsaid.filter((each) => each.section === section)}
            onPut={(claim) => put(section, claim)}
          />
          <Button
            mt={4}
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => {
              const fresh = freshId(section.slice(0, 1));
              const next = added(document, section, fresh);
              if (next === document) setTold(CASE.sectionFull);
              else go(next, start(fresh, language));
            }}
          >
            {say(CASE.addClaim)}
          </Button>
        </section>
      ))}
      <p className="prose-note">{say(CASE.proseHint)}</p>
    </div>
  );
}
