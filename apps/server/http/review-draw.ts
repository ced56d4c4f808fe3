import type { ReviewLook } from '../../../areas/survey/review/look-through.ts';
import { PLACES, placeWords, type ShownPart, wordsOfPart } from '../../../areas/survey/review/parts/rules.ts';
import { REVIEW_COMMENT_KINDS } from '../../../areas/survey/review/schema.ts';
import {
  COMMENTS_OPEN,
  NEWER_EDITION,
  NO_CHANNEL,
  ONE_ROUTE,
  REVIEW_COMMENT_WORDS,
} from '../../../areas/survey/review/words.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { momentInWords } from '../../../kernel/moment-words.ts';
import { escapeHtml, fillIn } from '../../../kernel/text.ts';
import { REVIEW_PAGE as W } from './review-words.ts';

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

/** What was typed, and what of it could not be taken. */
export interface Shown {
  readonly told: string;
  readonly faults: readonly { readonly at: string; readonly mend: string }[];
  readonly typed: Readonly<Record<string, string>>;
}

/** The page of a review, in one language; the texts that are reviewed stand in both. */
export class ReviewDrawing {
  readonly #look: ReviewLook;
  readonly #language: Language;
  readonly #shown: Shown;
  /** Where the page is, without a slash at its end. */
  readonly #path: string;
  readonly #kept: ReadonlyMap<string, { readonly kind: string; readonly text: string }>;

  constructor(look: ReviewLook, path: string, language: Language, shown: Shown) {
    this.#look = look;
    this.#path = path;
    this.#language = language;
    this.#shown = shown;
    this.#kept = new Map(look.draft.map(({ part, ...said }) => [part, said]));
  }

  #say(words: Bilingual, values: Readonly<Record<string, string | number>> = {}): string {
    return escapeHtml(fillIn(words[this.#language], values));
  }

  #moment(at: Temporal.Instant, how: Intl.DateTimeFormatOptions): string {
    return momentInWords(at, this.#look.timeZone, this.#language, how);
  }
  #day = (at: Temporal.Instant): string => this.#moment(at, { dateStyle: 'long' });

  #fault(at: string): string {
    const found = this.#shown.faults.find((fault) => fault.at === at);
    return found ? `<p class="wrong" role="alert">${escapeHtml(found.mend)}</p>` : '';
  }

  draw(figures: readonly string[]): string {
    const { asking, organisation, over } = this.#look;
    const other = this.#language === 'ja' ? 'en' : 'ja';
    const { told, faults } = this.#shown;
    const notice = told
      ? `<p role="${faults.length > 0 ? 'alert' : 'status'}"><strong>${escapeHtml(told)}</strong></p>`
      : '';
    const edition = { edition: asking.edition, until: this.#day(asking.until) };
    return `<p class="quiet">${escapeHtml(organisation)} · <a href="?lang=${other}" lang="${other}" hreflang="${other}">${W[other][other]}</a></p>
<h1>${this.#say(W.title)}</h1><p>${this.#say(W.edition, edition)}</p>${notice}
${over ? `<p><strong>${this.#say(W.over)}</strong></p>` : `<p>${this.#say(W.intro)}</p>`}
${this.#pages(figures)}${this.#said()}${over ? '' : this.#parts()}${this.#consent()}`;
  }

  #pages(figures: readonly string[]): string {
    const pdf = (['ja', 'en'] as const)
      .map((language) => {
        const words = this.#say(W.pdf, { language: W[language][this.#language] });
        return `<a class="file" href="${escapeHtml(this.#path)}/pages/${language}" target="_blank" rel="noopener">${words}</a>`;
      })
      .join(' ');
    const drawn = figures.map((svg) => `<figure class="drawn">${svg}</figure>`).join('');
    return `<h2>${this.#say(W.pages)}</h2><p>${pdf}</p><h3>${this.#say(W.figure)}</h3>${drawn}`;
  }

  #said(): string {
    const { comments, parts } = this.#look;
    const told = comments.filter(({ kind }) => kind !== 'agree');
    if (told.length === 0) return '';
    const became = ({ answer, answerText, answerEdition }: (typeof told)[number]): string => {
      if (answer === null) return this.#say(W.waiting);
      const words =
        answer === 'done' ? this.#say(W.done, { edition: answerEdition ?? 0 }) : this.#say(W.notDone);
      return `${words}${answerText ? ` — ${lines(answerText)}` : ''}`;
    };
    const items = told.map((each) => {
      const { where, words } = wordsOfPart(parts, each.part);
      const about = words[this.#language];
      return `<li><strong>${this.#say(REVIEW_COMMENT_WORDS[each.kind])}</strong> · ${this.#say(where)}${about ? `<br><q>${lines(about)}</q>` : ''}${each.text ? `<br>${lines(each.text)}` : ''}<br><span class="quiet">${escapeHtml(each.by)} · ${became(each)}</span></li>`;
    });
    return `<h2>${this.#say(W.said)}</h2><ul>${items.join('')}</ul>`;
  }

  #part({ id, words }: ShownPart, n: number): string {
    const { typed } = this.#shown;
    const kept = this.#kept.get(id);
    const chosen = typed[`k.${id}`] ?? kept?.kind ?? '';
    const text = typed[`t.${id}`] ?? kept?.text ?? '';
    const other = this.#language === 'ja' ? 'en' : 'ja';
    const radio = (value: string, name: Bilingual): string =>
      `<label class="box"><input type="radio" name="k.${escapeHtml(id)}" value="${value}"${value === chosen ? ' checked' : ''}>${this.#say(name)}</label>`;
    return `<fieldset class="part"><legend>${lines(words[this.#language])}</legend>
<p class="quiet" lang="${other}">${lines(words[other])}</p>${this.#fault(id)}
<div class="choices" role="group" aria-label="${this.#say(W.choice)}">${radio('', W.none)}${REVIEW_COMMENT_KINDS.map((kind) => radio(kind, REVIEW_COMMENT_WORDS[kind])).join('')}</div>
<details${text ? ' open' : ''}><summary>${this.#say(W.text)}</summary><label for="t${n}" class="quiet">${this.#say(W.textHelp)}</label><textarea id="t${n}" name="t.${escapeHtml(id)}" rows="3" maxlength="2000">${escapeHtml(text)}</textarea></details></fieldset>`;
  }

  #parts(): string {
    const { parts, gone, asking, draftSeen } = this.#look;
    const numbered = parts.map((part, n) => ({ ...part, n }));
    const asked = numbered.filter((part) => part.asked);
    const kept = numbered.filter((part) => !part.asked);
    type Numbered = (typeof numbered)[number];
    const own = (some: readonly Numbered[]): string => some.map((part) => this.#part(part, part.n)).join('');
    const drawn = (some: readonly Numbered[]): string =>
      PLACES.flatMap((place) => {
        const here = some.filter((part) => part.place === place);
        if (here.length === 0) return [];
        // Boxes and arrows are what labels stand on: seldom what somebody has a word to say of.
        const bare = here.filter(({ id }) => place === 'figure' && !id.startsWith('label:'));
        const told = here.filter((part) => !bare.includes(part));
        const more = `<details><summary>${this.#say(W.bare, { count: bare.length })}</summary>${own(bare)}</details>`;
        return [`<h3>${this.#say(placeWords(place))}</h3>${own(told)}${bare.length > 0 ? more : ''}`];
      }).join('');
    const notes = [
      ...(kept.length > 0 && asked.length > 0 ? [this.#say(W.changedOnly)] : []),
      ...(gone > 0 ? [this.#say(W.gonePart, { count: gone })] : []),
      ...(asked.length === 0 ? [this.#say(W.nothingToAsk)] : []),
    ];
    const rest =
      asked.length > 0
        ? `<label class="box"><input type="checkbox" name="rest" value="agree"${this.#shown.typed['rest'] ? ' checked' : ''}>${this.#say(W.rest)}</label>`
        : '';
    const more =
      kept.length > 0
        ? `<details><summary>${this.#say(W.kept, { count: kept.length })}</summary>${drawn(kept)}</details>`
        : '';
    return `<h2 id="parts">${this.#say(W.parts)}</h2>${notes.map((note) => `<p>${note}</p>`).join('')}
<form method="post"><input type="hidden" name="seen" value="${asking.hash}"><input type="hidden" name="draftSeen" value="${draftSeen}">
${drawn(asked)}${more}${rest}${this.#by('said-by', this.#shown.typed['act'] === 'send')}
<p class="buttons"><button type="submit" name="act" value="send">${this.#say(W.send)}</button><button type="submit" name="act" value="save" class="second" formnovalidate>${this.#say(W.save)}</button></p></form>`;
  }

  #by(id: string, own: boolean): string {
    const value = own ? (this.#shown.typed['by'] ?? '') : '';
    return `${own ? this.#fault('by') : ''}<label for="${id}">${this.#say(W.by)}</label><input id="${id}" name="by" maxlength="120" required autocomplete="name" value="${escapeHtml(value)}">`;
  }

  /** Consent, what stands in its way, and its withdrawal. */
  #consent(): string {
    const { consent, over, standing } = this.#look;
    const head = `<h2 id="consent">${this.#say(W.consent)}</h2>`;
    const last =
      consent.state === 'withdrawn' ? W.withdrawn : consent.state === 'expired' ? W.expired : undefined;
    const told = last ? `<p><strong>${this.#say(last)}</strong></p>` : '';
    const given =
      consent.state === 'given' && consent.at && consent.until
        ? `<p role="status"><strong>${this.#say(W.given, { at: this.#day(consent.at), until: this.#day(consent.until) })}</strong></p>`
        : '';
    const ask = over || given ? '' : this.#give();
    return `${head}${told}${given}${ask}${standing.length > 0 ? this.#withdraw() : ''}`;
  }

  #give(): string {
    const { asking, open, superseded, noRoute, code, routes } = this.#look;
    const why = superseded ? NEWER_EDITION : open > 0 ? COMMENTS_OPEN : undefined;
    const none = noRoute === 'one-route' ? ONE_ROUTE : noRoute === 'no-channel' ? NO_CHANNEL : undefined;
    const stands = `<p>${this.#say(W.consentTo, { edition: asking.edition, days: asking.consentDays })}</p>
<p class="quiet">${this.#say(W.hash)}: <code>${asking.hash}</code></p>`;
    if (why ?? none) return `${stands}<p><strong>${this.#say(why ?? none ?? NO_CHANNEL)}</strong></p>`;
    const seen = `<input type="hidden" name="seen" value="${asking.hash}">`;
    const options = routes.map(
      ({ id, channel, masked }) => `<option value="${id}">${this.#say(W[channel], { to: masked })}</option>`,
    );
    const send = `<form method="post" action="#consent">${seen}${this.#fault('route')}<label for="route">${this.#say(W.route)}</label><select id="route" name="route">${options.join('')}</select>
<p class="buttons"><button type="submit" name="act" value="code">${this.#say(code ? W.again : W.sendCode)}</button></p></form>`;
    if (!code) return `${stands}<p>${this.#say(W.codeHelp)}</p>${send}`;
    const until = this.#moment(code.until, { timeStyle: 'short' });
    return `${stands}<p role="status">${this.#say(W.codeSent, { to: code.masked, until, tries: code.tries })}</p>
<form method="post" action="#consent">${seen}${this.#fault('code')}<label for="code">${this.#say(W.code)}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required>
${this.#by('consent-by', this.#shown.typed['act'] === 'consent')}${this.#fault('agree')}
<label class="box"><input type="checkbox" name="agree" value="yes" required>${this.#say(W.agree)}</label>
<p><button type="submit" name="act" value="consent">${this.#say(W.give)}</button></p></form>
<details><summary>${this.#say(W.again)}</summary>${send}</details>`;
  }

  #withdraw(): string {
    const own = this.#shown.typed['act'] === 'withdraw';
    const reason = own ? (this.#shown.typed['reason'] ?? '') : '';
    return `<details${own ? ' open' : ''}><summary>${this.#say(W.withdraw)}</summary><p>${this.#say(W.withdrawHelp)}</p>
<form method="post" action="#consent">${this.#by('withdraw-by', own)}<label for="reason">${this.#say(W.reason)}</label><textarea id="reason" name="reason" rows="3" maxlength="2000">${escapeHtml(reason)}</textarea>
${this.#fault('sure')}<label class="box"><input type="checkbox" name="sure" value="yes" required>${this.#say(W.sure)}</label>
<p class="buttons"><button type="submit" name="act" value="withdraw">${this.#say(W.withdraw)}</button></p></form></details>`;
  }
}
