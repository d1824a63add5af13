import { unbroken } from '../../public/unbroken.ts';
import { playerOf } from './player.ts';
import type { Entry, ImageLink } from './talk.ts';
import { word } from './words.ts';

/** One message on the page. Text is only ever set as text: nothing a person or a flow says becomes markup. */
export function bubbleOf(entry: Entry): HTMLElement {
  const row = document.createElement('div');
  row.className = `row ${entry.by}`;
  const text = document.createElement('p');
  text.className = 'bubble';
  text.dir = 'auto';
  if (entry.by === 'me') {
    const you = document.createElement('span');
    you.className = 'unseen';
    you.textContent = `${word('you')} : `;
    row.append(you);
  }
  if (entry.by === 'bot' && entry.lang !== undefined) text.lang = entry.lang;
  text.textContent = unbroken(entry.by === 'me' ? entry.shown : entry.text);
  const meta = document.createElement('p');
  meta.className = 'meta';
  if (text.textContent !== '') row.append(text);
  if (entry.by === 'bot' && entry.audio !== undefined) row.append(playerOf(entry.audio));
  if (entry.by === 'bot' && entry.image !== undefined) row.append(pictureOf(entry.image));
  row.append(meta);
  return row;
}

/** Its words say what it shows. It is fetched once: what an id names never changes. */
function pictureOf({ url }: ImageLink): HTMLElement {
  const picture = document.createElement('img');
  picture.className = 'sent-picture';
  picture.alt = '';
  picture.decoding = 'async';
  picture.src = url;
  return picture;
}

/** The time, and for one's own messages what has become of them. */
export function showState(row: HTMLElement | undefined, entry: Entry): void {
  const meta = row?.querySelector('.meta');
  if (row === undefined || !meta) return;
  const time = CLOCK.format(entry.at);
  const line = entry.by === 'me' ? `${time} · ${word(entry.state)}` : time;
  if (meta.textContent !== line) meta.textContent = line;
  if (entry.by === 'me') row.dataset['state'] = entry.state;
}

const CLOCK = new Intl.DateTimeFormat('fr', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Africa/Bamako',
});
