import type { VNode } from 'preact';
import { lengthWords, weightWords } from '../amounts.ts';
import type { CHAT } from '../chat-words.ts';
import { plainly, type PublicLang } from '../languages.ts';
import { Say } from '../say.tsx';
import { unbroken } from '../unbroken.ts';
import type { Line } from './ports.ts';

/** One message of a talk. Nothing of a recording is fetched before it is asked for (C14). */
export function LineOf({
  line,
  words,
  id,
}: {
  line: Line;
  words: (typeof CHAT)[PublicLang];
  id?: string | undefined;
}): VNode {
  const { text, lang, audio, image, mine } = line;
  const costs = audio === undefined ? '' : costsOf(audio);
  return (
    <div class={`row ${mine === undefined ? 'bot' : 'me'}`} id={id}>
      {mine === undefined ? null : (
        <span class="unseen">
          <Say of={words.you} />
          {' : '}
        </span>
      )}
      {text === '' ? null : (
        <p class="bubble" dir="auto" lang={lang}>
          {unbroken(text)}
        </p>
      )}
      {audio === undefined ? null : (
        <div class="player">
          <p class="listen">
            <Say of={words.listen} /> <span class="costs">{costs}</span>
          </p>
          <audio controls preload="none" src={audio.url} aria-label={`${plainly(words.listen)} ${costs}`}>
            <a href={audio.url}>{plainly(words.listen)}</a>
          </audio>
        </div>
      )}
      {image === undefined ? null : <img class="sent-picture" src={image.url} alt="" loading="lazy" />}
    </div>
  );
}

const costsOf = ({ bytes, seconds }: NonNullable<Line['audio']>): string =>
  [...(seconds === undefined ? [] : [lengthWords(seconds)]), weightWords(bytes)].join(' · ');
