import { CHAT_WORDS as WORDS } from '../../public/chat-words.ts';
import { bubbleOf, showState } from './bubble.ts';
import { part } from './part.ts';
import { silence } from './player.ts';
import { type Choice, type Entry, keyOf } from './talk.ts';

export interface View {
  /** Draws what is new and brings the states up to date; what is on the page already is left alone. */
  show(entries: readonly Entry[]): void;
  /** A line about the connection, or nothing. */
  state(text: string): void;
  /** Dots while an answer is on its way. */
  thinking(yes: boolean): void;
  /** After everything was erased from this phone: nothing begins until the person wants it to. */
  showForgotten(begin: () => void): void;
}

/** Distance to the end, in pixels, within which new messages scroll into view. */
const NEAR_END = 160;

export function viewOf(tap: (choice: Choice) => void): View {
  const log = part('log', HTMLElement);
  const choices = part('choices', HTMLElement);
  const state = part('state', HTMLElement);
  const drawn = new Map<string, HTMLElement>();
  const dots = make('div', 'dots');
  dots.setAttribute('aria-hidden', 'true');
  dots.append(make('i'), make('i'), make('i'));

  const offer = (offered: readonly Choice[]): void => {
    const key = offered.map((choice) => choice.id).join(' ');
    if (choices.dataset['key'] === key) return;
    if (choices.contains(document.activeElement)) log.focus();
    choices.dataset['key'] = key;
    choices.textContent = '';
    choices.hidden = offered.length === 0;
    offered.forEach((choice, index) => choices.append(choiceButton(choice, index + 1, tap)));
  };

  let atEnd = true;
  const toEnd = (): void => {
    log.scrollTop = log.scrollHeight;
  };
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  });
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
      offer(openChoices(entries));
      if (fresh.length > 0 && (atEnd || mine)) toEnd();
    },
    state(text) {
      if (state.textContent !== text) state.textContent = text;
    },
    thinking(yes) {
      if (yes) log.append(dots);
      else dots.remove();
      if (yes) toEnd();
    },
    showForgotten(begin) {
      silence();
      drawn.clear();
      offer([]);
      log.textContent = '';
      const button = make('button', 'begin', WORDS.begin);
      button.setAttribute('type', 'button');
      button.addEventListener('click', () => {
        log.textContent = '';
        begin();
      });
      log.append(make('p', 'hint', WORDS.forgotten), button);
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

/** The digit stands on the button because typing it means the same, here as on a channel without buttons. */
function choiceButton(choice: Choice, digit: number, tap: (choice: Choice) => void): HTMLElement {
  const button = make('button');
  button.setAttribute('type', 'button');
  const label = make('span', 'label', choice.label);
  label.dir = 'auto';
  button.append(make('span', 'digit', String(digit)), label);
  button.addEventListener('click', () => tap(choice));
  return button;
}

function make(tag: string, style = '', text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (style !== '') element.className = style;
  if (text !== '') element.textContent = text;
  return element;
}
