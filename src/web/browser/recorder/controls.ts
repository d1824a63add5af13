type Word =
  | 'record'
  | 'stop'
  | 'again'
  | 'keep'
  | 'running'
  | 'done'
  | 'denied'
  | 'absent'
  | 'heavy'
  | 'attached';

/** What a person sees and presses. */
export interface Controls {
  running(seconds: number, most: number): void;
  done(sound: Blob): void;
  refused(why: 'denied' | 'absent' | 'heavy'): void;
  /** It waits for the rest of its form; so many kB. */
  attached(kilobytes: number): void;
  onRecord(press: () => void): void;
  onKeep(press: (sound: Blob) => void): void;
}

/**
 * Buttons, a line that says what happens, and a player, first in `place`. Where it waits for the rest of its form, the
 * form's own button is the main one.
 * @param words JSON from the page, in its language
 */
export function controlsOf(place: HTMLElement, words: string): Controls {
  const main = place.dataset['attached'] === undefined ? 'button button-main' : QUIET;
  const texts = JSON.parse(words) as Record<Word, string>;
  const box = document.createElement('div');
  box.className = 'recorder';
  const record = button(main, texts.record);
  const keep = button(main, texts.keep);
  const state = document.createElement('p');
  state.setAttribute('role', 'status');
  // Apart from the words: nobody wants every second read aloud.
  const time = document.createElement('p');
  time.setAttribute('aria-hidden', 'true');
  const player = document.createElement('audio');
  player.controls = true;
  let sound: Blob | undefined;
  const say = (words: string): void => {
    if (state.textContent !== words) state.textContent = words;
  };
  const show = (recorded: Blob | undefined): void => {
    if (player.src !== '') URL.revokeObjectURL(player.src);
    sound = recorded;
    if (recorded !== undefined) player.src = URL.createObjectURL(recorded);
    player.hidden = recorded === undefined;
    keep.hidden = recorded === undefined;
    record.className = recorded === undefined ? main : QUIET;
  };
  show(undefined);
  box.append(record, keep, state, time, player);
  place.prepend(box);
  return {
    running(seconds, most) {
      if (sound !== undefined) show(undefined);
      record.textContent = texts.stop;
      say(texts.running);
      time.textContent = `${clock(seconds)} / ${clock(most)}`;
    },
    done(recorded) {
      show(recorded);
      record.textContent = texts.again;
      say(texts.done);
      time.textContent = '';
    },
    refused(why) {
      show(undefined);
      record.textContent = texts.record;
      say(texts[why]);
      time.textContent = '';
    },
    attached(kilobytes) {
      keep.hidden = true;
      say(texts.attached.replace('{ko}', String(kilobytes)));
    },
    onRecord: (press) => record.addEventListener('click', press),
    onKeep: (press) =>
      keep.addEventListener('click', () => {
        if (sound !== undefined) press(sound);
      }),
  };
}

const QUIET = 'button button-quiet';

function button(look: string, words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = words;
  return made;
}

const clock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
