import { lengthWords, weightWords } from '../../public/amounts.ts';
import { part } from './part.ts';
import { smallPhoto } from './photo.ts';
import { LONGEST_S, record, type Recorder, type Recording } from './recorder.ts';
import { word } from './words.ts';

/** A voice or a photo the person has decided to send. */
export interface Attached {
  media: 'voice' | 'photo';
  file: Blob;
  /** What stands in the talk for it. */
  shown: string;
}

/** A press as long as this holds the button down; a shorter one is a tap. */
const HOLD_MS = 500;
/** What the server takes of a photo, in bytes. */
const HEAVIEST_PHOTO = 2_000_000;

/**
 * The buttons for voice and photo, and the strip above the field that says what is about to be sent and what it weighs.
 * Nothing leaves before the person says so.
 */
export function attachmentOf(send: (attached: Attached) => void, now: () => number): { close(): void } {
  const strip = stripOf();
  const mic = part('speak', HTMLButtonElement);
  const chosen = part('photo', HTMLInputElement);
  let recorder: Recorder | undefined;
  let asking = false;
  let pressedAt: number | undefined;

  const close = (): void => {
    recorder?.cancel();
    recorder = undefined;
    mic.setAttribute('aria-pressed', 'false');
    strip.hide();
  };
  const offer = (media: Attached['media'], file: Blob, what: string): void => {
    strip.show(`${what} · ${weightWords(file.size)}`, [
      [
        word('send'),
        () => {
          close();
          send({ media, file, shown: what });
        },
      ],
      [word('cancel'), close],
    ]);
  };
  const said = ({ file, seconds }: Recording): void => {
    recorder = undefined;
    mic.setAttribute('aria-pressed', 'false');
    offer('voice', file, `${word('voice')} · ${lengthWords(seconds)}`);
  };
  const listen = async (): Promise<void> => {
    asking = true;
    close();
    const begun = await record({ now, tick: (seconds) => strip.say(timeWords(seconds)), done: said });
    asking = false;
    if (typeof begun === 'string') {
      strip.show(word(begun), [[word('close'), close]]);
      return;
    }
    recorder = begun;
    mic.setAttribute('aria-pressed', 'true');
    strip.show(timeWords(0), [
      [word('done'), () => begun.stop()],
      [word('cancel'), close],
    ]);
  };

  // Held, it records as long as it is held; tapped, until the next tap. A keyboard brings the click alone.
  mic.addEventListener('pointerdown', () => {
    if (recorder !== undefined || asking) return;
    pressedAt = now();
    void listen();
  });
  mic.addEventListener('click', () => {
    const held = pressedAt !== undefined && now() - pressedAt >= HOLD_MS;
    const begins = pressedAt !== undefined && !held;
    pressedAt = undefined;
    if (begins || asking) return;
    if (recorder === undefined) void listen();
    else recorder.stop();
  });
  part('picture', HTMLButtonElement).addEventListener('click', () => chosen.click());
  chosen.addEventListener('change', () => {
    const [file] = chosen.files ?? [];
    chosen.value = '';
    if (file === undefined) return;
    close();
    strip.show(word('loading'), []);
    void smallPhoto(file).then((small) => {
      if (small === undefined || small.size > HEAVIEST_PHOTO)
        strip.show(word('noPicture'), [[word('close'), close]]);
      else offer('photo', small, word('photo'));
    });
  });
  return { close };
}

const timeWords = (seconds: number): string =>
  `${word('recording')} ${lengthWords(Math.max(1, seconds))} / ${lengthWords(LONGEST_S)}`;

/** A line and its buttons; the first gets the focus, so that a keyboard goes on there. */
function stripOf() {
  const strip = part('attach', HTMLElement);
  const words = part('attach-words', HTMLElement);
  const buttons = part('attach-buttons', HTMLElement);
  return {
    show(text: string, does: readonly (readonly [label: string, act: () => void])[]) {
      words.textContent = text;
      buttons.textContent = '';
      for (const [label, act] of does) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = label;
        button.addEventListener('click', act);
        buttons.append(button);
      }
      strip.hidden = false;
      buttons.querySelector('button')?.focus();
    },
    say(text: string) {
      words.textContent = text;
    },
    hide() {
      strip.hidden = true;
      buttons.textContent = '';
    },
  };
}
