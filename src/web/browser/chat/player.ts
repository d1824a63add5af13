import { lengthWords, weightWords } from '../../public/amounts.ts';
import type { AudioLink } from './talk.ts';
import { word } from './words.ts';

/** The recording that can be heard now: one at a time. */
let playing: HTMLAudioElement | undefined;

/** For when the talk is erased: an element that left the page would play on. */
export function silence(): void {
  playing?.pause();
}

/**
 * A button that plays a recording, with what it costs written on it. Nothing is fetched before it is pressed (C14), and
 * nothing plays by itself.
 */
export function playerOf({ url, bytes, seconds }: AudioLink): HTMLElement {
  const player = make('div', 'player');
  const button = make('button', 'listen');
  button.setAttribute('type', 'button');
  const verb = make('span', 'word', word('listen'));
  const costs = [...(seconds === undefined ? [] : [lengthWords(seconds)]), weightWords(bytes)].join(' · ');
  const label = make('span', 'says');
  // A space between the two, or they are read as one word.
  label.append(verb, ' ', make('span', 'costs', costs));
  button.append(icon(), label);
  const bar = make('progress', 'bar') as HTMLProgressElement;
  bar.setAttribute('aria-hidden', 'true');
  bar.hidden = true;
  const trouble = make('p', 'trouble');
  trouble.setAttribute('role', 'status');
  const sound = document.createElement('audio');
  sound.preload = 'none';
  sound.src = url;
  player.append(button, bar, trouble, sound);

  const show = (state: 'listen' | 'loading' | 'pause'): void => {
    player.dataset['state'] = state;
    // So that it follows the language of the talk.
    verb.dataset['word'] = state;
    verb.textContent = word(state);
  };
  const fail = (): void => {
    show('listen');
    trouble.textContent = word('noSound');
  };
  button.addEventListener('click', () => {
    if (!sound.paused) {
      sound.pause();
      return;
    }
    trouble.textContent = '';
    // Once it has failed, an element only tries again when it is told to begin anew.
    if (sound.error !== null) sound.load();
    // Rejected when it is paused while it loads, which is no trouble; a real one comes as the event `error` too.
    void sound.play().catch(() => undefined);
  });
  sound.addEventListener('play', () => {
    if (playing !== sound) playing?.pause();
    playing = sound;
    show('loading');
  });
  sound.addEventListener('playing', () => show('pause'));
  sound.addEventListener('waiting', () => show('loading'));
  sound.addEventListener('pause', () => show('listen'));
  sound.addEventListener('error', fail);
  sound.addEventListener('timeupdate', () => {
    bar.hidden = sound.currentTime === 0;
    bar.max = Number.isFinite(sound.duration) ? sound.duration : (seconds ?? 1);
    bar.value = sound.currentTime;
  });
  show('listen');
  return player;
}

/** Two shapes of which the style sheet shows one: play and pause. */
function icon(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, shape] of SHAPES) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', shape);
    svg.append(path);
  }
  return svg;
}

const SVG = 'http://www.w3.org/2000/svg';
const SHAPES = [
  ['play', 'M8 5v14l11-7z'],
  ['stop', 'M8 5v14M16 5v14'],
] as const;

function make(tag: string, style: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = style;
  if (text !== '') element.textContent = text;
  return element;
}
