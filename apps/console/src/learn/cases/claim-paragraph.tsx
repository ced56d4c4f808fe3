import { ActionIcon, Group, Text } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react';
import { NEW_ESTIMATE, NEW_TIME } from '../../../../../areas/learn/cases/life/rules.ts';
import { LONGEST } from '../../../../../areas/learn/cases/limits/rules.ts';
import { NOTHING_SELECTED, selectedAnew, unselected } from '../../../../../areas/learn/cases/prose/rules.ts';
import { chipsOf, FACET_WORDS, type Facet } from '../../../../../areas/learn/cases/prose/words.ts';
import type { Finding } from '../../../../../areas/learn/cases/texts/rules.ts';
import { SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { type Doubt, MOST_HEDGES } from '../../../../../kernel/certainty.ts';
import { rewritten } from '../../../../../kernel/hedges.ts';
import type { Bilingual, Language } from '../../../../../kernel/language.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';
import { useSpeech } from '../../language.tsx';
import { IconGripVertical, IconPlus } from '../../ui/icons.ts';
import { FacetFields, type FacetProps } from './claim-fields.tsx';
import { type ClaimAct, ClaimMenu, menuLines } from './claim-menu.tsx';
import { EditPopover } from './edit-popover.tsx';
import { FindingNotes } from './findings-list.tsx';
import { freshId } from './fresh-id.ts';
import { ProseField } from './prose-field.tsx';
import { TooLong } from './too-long.tsx';
import { CASE } from './words.ts';

/** A menu that is open: where its slash stands, if it was typed, and the line that is chosen. */
interface Open {
  readonly slash: number | undefined;
  readonly typed: string;
  readonly at: number;
}

interface Props extends FacetProps {
  /** Its place in the section. */
  readonly number: number;
  readonly figure: FigureData;
  readonly findings: readonly Finding[];
  readonly linked: boolean;
  readonly onAct: (act: Exclude<ClaimAct, { is: 'doubt' | 'facet' }>) => void;
  /** Says what could not be done. */
  readonly onTell: (word: Bilingual) => void;
  /** A key that is not the menu's. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** A time or an estimate that is asked for is there to be filled in. */
const begun = (claim: FacetProps['claim'], facet: Facet): FacetProps['claim'] => {
  if (facet === 'times' && claim.times.length === 0) return { ...claim, times: [NEW_TIME] };
  if (facet === 'estimates' && claim.estimates.length === 0) return { ...claim, estimates: [NEW_ESTIMATE] };
  return claim;
};

export const isComposing = ({ nativeEvent, keyCode }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || keyCode === 229;

/** One claim as a paragraph: its words, what is known of it behind them, and the other language beneath. */
export function ClaimParagraph(props: Props) {
  const { claim, section, number, figure, findings, linked, onChange, onAct } = props;
  const { say, language } = useSpeech();
  const other: Language = language === 'ja' ? 'en' : 'ja';
  const [menu, setMenu] = useState<Open>();
  const [facet, setFacet] = useState<Facet>();
  const selected = useRef(NOTHING_SELECTED);
  const root = useRef<HTMLDivElement>(null);
  const list = useId();
  const lines = menu ? menuLines(section, menu.typed) : [];
  const field = (): HTMLTextAreaElement | null =>
    root.current?.querySelector(`textarea[data-language="${language}"]`) ?? null;
  const name = say(CASE.claimNo, { section: say(SECTION_WORDS[section]), n: number });
  const labelIn = (of: Language): string =>
    `${name} (${say(of === 'ja' ? CASE.inJapanese : CASE.inEnglish)})`;
  /** A phrase of the other language goes with one of this only where nothing was done between. */
  const forget = () => {
    selected.current = unselected(selected.current, other);
  };
  const write = (of: Language, words: string) => {
    forget();
    onChange({ ...claim, text: rewritten(claim.text, of, words) });
  };

  const openMenu = (slash?: number) => setMenu({ slash, typed: '', at: 0 });
  /** The slash and what was typed behind it go when something is chosen. */
  const withoutSlash = (): typeof claim.text => {
    if (menu?.slash === undefined) return claim.text;
    const words = claim.text[language];
    const end = menu.slash + 1 + menu.typed.length;
    return rewritten(claim.text, language, words.slice(0, menu.slash) + words.slice(end));
  };
  const mark = (doubt: Doubt) => {
    const text = withoutSlash();
    if ((text.hedges?.length ?? 0) >= MOST_HEDGES) {
      onChange({ ...claim, text });
      return props.onTell(CASE.mostHedges);
    }
    const words = selected.current.words[language] ? { ...selected.current.words } : undefined;
    forget();
    const hedge = { id: freshId('h'), certainty: doubt, ...(words && { words }) };
    onChange({ ...claim, text: { ...text, hedges: [...(text.hedges ?? []), hedge] } });
    // The same phrase is to be marked in the other language.
    if (words && claim.text[other] && !words[other]) setFacet('hedges');
  };
  const choose = (act: ClaimAct) => {
    setMenu(undefined);
    if (act.is === 'doubt') return mark(act.doubt);
    const plain = menu?.slash === undefined ? claim : { ...claim, text: withoutSlash() };
    const next = act.is === 'facet' ? begun(plain, act.facet) : plain;
    if (next !== claim) onChange(next);
    if (act.is === 'facet') setFacet(act.facet);
    else onAct(act);
  };
  const menuKey = (event: KeyboardEvent, { at }: Open): boolean => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && menu) setMenu({ ...menu, at: (at + by + lines.length) % lines.length });
    else if (event.key === 'Escape') setMenu(undefined);
    else if ((event.key === 'Enter' || event.key === 'Tab') && lines[at]) choose(lines[at].act);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (menu && menuKey(event, menu)) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const chosen = selectionStart !== selectionEnd;
    if (event.key === '/' && !event.altKey && (event.ctrlKey || event.metaKey || chosen)) {
      event.preventDefault();
      openMenu();
    } else props.onKeyDown(event);
  };
  const onText = (words: string, { selectionStart }: HTMLTextAreaElement) => {
    write(language, words);
    if (menu?.slash === undefined) {
      const [before, typed] = [claim.text[language], words.slice(selectionStart - 1, selectionStart)];
      if (/[/／]/u.test(typed) && words.length === before.length + 1) openMenu(selectionStart - 1);
      else setMenu(undefined);
      return;
    }
    const typed = words.slice(menu.slash + 1, selectionStart);
    const stays = /^[/／]/u.test(words.slice(menu.slash)) && selectionStart > menu.slash;
    // What fits no line was meant as text.
    const fits = stays && menuLines(section, typed).length > 0 && !/\s/u.test(typed);
    setMenu(fits ? { slash: menu.slash, typed, at: 0 } : undefined);
  };
  const onSelect = (of: Language) => (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const words = value.slice(selectionStart, selectionEnd).trim();
    selected.current = selectedAnew(selected.current, of, words, event.timeStamp);
  };
  const closeFacet = () => {
    setFacet(undefined);
    field()?.focus();
  };
  const chips = chipsOf(claim, figure, language);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a menu closes when one goes elsewhere
    <div
      ref={root}
      className="prose-claim"
      data-claim={claim.id}
      data-linked={linked}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        setMenu(undefined);
        forget();
      }}
    >
      <ProseField
        text={claim.text}
        language={language}
        label={labelIn(language)}
        menu={menu && { list, line: `${list}-${menu.at}` }}
        onText={onText}
        onKeyDown={onKeyDown}
        onSelect={onSelect(language)}
      />
      <EditPopover
        title={facet ? say(FACET_WORDS[facet]) : ''}
        opened={facet !== undefined}
        onClose={closeFacet}
        target={
          <div className="prose-chips">
            {chips.map(({ facet: of, words, label }, i) => (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: a chip is its place
                key={i}
                type="button"
                className="prose-chip"
                data-facet={of}
                data-label={label}
                onClick={() => setFacet(of)}
              >
                {words}
              </button>
            ))}
          </div>
        }
      >
        {facet === 'hedges' && claim.text.hedges?.some(({ words }) => words && !words[other]) && (
          <Text size="sm">
            {say(CASE.otherPhrase, { language: say(other === 'ja' ? CASE.inJapanese : CASE.inEnglish) })}
          </Text>
        )}
        {facet && <FacetFields facet={facet} {...props} />}
      </EditPopover>
      <ProseField
        ghost
        text={claim.text}
        language={other}
        label={labelIn(other)}
        placeholder={say(CASE.notTranslated)}
        onText={(words) => write(other, words)}
        onKeyDown={(event) => isComposing(event) || props.onKeyDown(event)}
        onSelect={onSelect(other)}
      />
      <TooLong text={claim.text} longest={LONGEST.claim} />
      <FindingNotes findings={findings} />
      {menu && lines.length > 0 && <ClaimMenu id={list} lines={lines} at={menu.at} onChoose={choose} />}
      <Group gap={0} className="prose-side" wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`${name}: ${say(CASE.proseMenu)}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            field()?.focus();
            if (menu) setMenu(undefined);
            else openMenu();
          }}
        >
          <IconPlus size={16} />
        </ActionIcon>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and the menu do the same beside it */}
        <span
          className="grip"
          draggable
          title={say(CASE.drag)}
          data-testid={`drag ${claim.id}`}
          onDragStart={props.onDragStart}
          onDragEnd={props.onDragEnd}
        >
          <IconGripVertical size={16} aria-hidden />
        </span>
      </Group>
    </div>
  );
}
