import { unbroken } from '../../public/unbroken.ts';
import { bubbleOf, showState } from './bubble.ts';
import { part } from './part.ts';
import { silence } from './player.ts';
import { type Choice, type Entry, keyOf } from './talk.ts';
import { langOfWord, word, type WordName } from './words.ts';

export interface View {
  /** Draws what is new and brings the states up to date; what is on the page already is left alone. */
  show(entries: readonly Entry[]): void;
  /** A line about the connection, or nothing. */
  state(text: string): void;
  /** Dots while an answer is on its way. */
  thinking(yes: boolean): void;
  /** After everything was erased from this phone: nothing begins until the person wants it to. */
  showForgotten(begin: () => void): void;
  /** Something to know about this page, said once. */
  note(name: WordName): void;
}

export interface ViewActs {
  choose: (choice: Choice) => void;
  /** Leads on from where nothing is asked. */
  lead: () => void;
}

/** Distance to the end, in pixels, within which new messages scroll into view. */
const NEAR_END = 160;
/** What stays free above a message that was scrolled to, in pixels. */
const ABOVE = 8;

export function viewOf({ choose, lead }: ViewActs): View {
  const log = part('log', HTMLElement);
  const choices = part('choices', HTMLElement);
  const state = part('state', HTMLElement);
  const drawn = new Map<string, HTMLElement>();
  const dots = make('div', 'dots');
  dots.setAttribute('aria-hidden', 'true');
  dots.append(make('i'), make('i'), make('i'));

  const offer = (offered: readonly Choice[], leads: boolean): void => {
    const key = offered.map((choice) => choice.id).join(' ') || (leads ? word('menu') : '');
    if (choices.dataset['key'] === key) return;
    if (choices.contains(document.activeElement)) log.focus();
    choices.dataset['key'] = key;
    choices.textContent = '';
    choices.hidden = key === '';
    for (const choice of offered) choices.append(choiceButton(choice, () => choose(choice)));
    if (offered.length === 0 && leads) choices.append(leadButton(lead));
  };

  let noted = false;
  let atEnd = true;
  const look = (): void => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  };
  const toEnd = (): void => {
    log.scrollTop = log.scrollHeight;
    // The event comes later, and an answer may come before it.
    atEnd = true;
  };
  /** To the end, but never past the beginning of what is new: a long message is read from its first line. */
  const toBeginningOf = (entry: Entry | undefined): void => {
    const row = entry && drawn.get(keyOf(entry));
    const top =
      row === undefined ? Infinity : row.getBoundingClientRect().top - log.getBoundingClientRect().top;
    const end = log.scrollHeight - log.clientHeight;
    log.scrollTop = Math.max(log.scrollTop, Math.min(end, log.scrollTop + top - ABOVE));
    // What follows before the event must not carry the reader on to its end.
    look();
  };
  log.addEventListener('scroll', look);
  // A phone's keyboard takes half the screen; the last message stays above it.
  window.addEventListener('resize', () => atEnd && toEnd());

  return {
    show(entries) {
      const visible = entries.filter((entry) => entry.by === 'bot' || entry.hidden !== true);
      let mine = false;
      const fresh = visible.filter((entry) => !drawn.has(keyOf(entry)));
      // A talk that was there before the page was opened is not read aloud from its beginning.
      log.setAttribute('aria-busy', String(fresh.length > 3));
      for (const entry of fresh) {
        const bubble = bubbleOf(entry);
        drawn.set(keyOf(entry), bubble);
        log.insertBefore(bubble, dots.parentNode === log ? dots : null);
        mine = mine || entry.by === 'me';
      }
      for (const entry of visible) showState(drawn.get(keyOf(entry)), entry);
      log.setAttribute('aria-busy', 'false');
      offer(openChoices(entries), visible[visible.length - 1]?.by === 'bot');
      if (mine && fresh.length === 1) toEnd();
      else if (fresh.length > 0 && (atEnd || mine)) toBeginningOf(newestRun(visible, fresh));
    },
    state(text) {
      if (state.textContent !== text) state.textContent = text;
    },
    thinking(yes) {
      if (yes) log.append(dots);
      else dots.remove();
      if (yes && atEnd) toEnd();
    },
    note(name) {
      if (noted) return;
      noted = true;
      const line = make('p', 'hint', word(name));
      line.dataset['word'] = name;
      line.lang = langOfWord(name);
      log.insertBefore(line, log.firstChild);
    },
    showForgotten(begin) {
      silence();
      drawn.clear();
      offer([], false);
      log.textContent = '';
      const button = make('button', 'begin', word('begin'));
      button.setAttribute('type', 'button');
      button.addEventListener('click', () => {
        log.textContent = '';
        begin();
      });
      log.append(make('p', 'hint', word('forgotten')), button);
      button.focus();
    },
  };
}

/** The newest question's choices, until the person has said something after it. */
function openChoices(entries: readonly Entry[]): readonly Choice[] {
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry?.by === 'me') return [];
    if (entry !== undefined && entry.choices.length > 0) return entry.choices;
  }
  return [];
}

/** The first of what is new after the person's last words. */
function newestRun(visible: readonly Entry[], fresh: readonly Entry[]): Entry | undefined {
  let at = visible.length;
  while (at > 0 && visible[at - 1]?.by === 'bot') at -= 1;
  return visible.slice(at).find((entry) => fresh.includes(entry));
}

/** The digit stands on the button because typing it means the same, here as on a channel without buttons. */
function choiceButton({ label, digits }: Choice, tap: () => void): HTMLElement {
  const button = make('button');
  button.setAttribute('type', 'button');
  const words = make('span', 'label', unbroken(label));
  words.dir = 'auto';
  if (digits !== undefined && !label.startsWith(digits)) button.append(make('span', 'digit', digits));
  button.append(words);
  button.addEventListener('click', tap);
  return button;
}

/** Where nothing is asked the talk goes on by the menu. */
function leadButton(lead: () => void): HTMLElement {
  const button = make('button', 'lead', word('menu'));
  button.setAttribute('type', 'button');
  button.addEventListener('click', lead);
  return button;
}

function make(tag: string, style = '', text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (style !== '') element.className = style;
  if (text !== '') element.textContent = text;
  return element;
}
