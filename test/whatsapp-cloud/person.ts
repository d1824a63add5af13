import type { Files, OwnFile } from './files.ts';
import type { Params } from './rules.ts';

/** What the platform brings of a person's media, as Meta describes it. */
export const MEDIA = {
  voice: { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg; codecs=opus', voice: true } },
  photo: { type: 'image', image: { id: '2', mime_type: 'image/jpeg', sha256: 'aa' } },
  video: { type: 'video', video: { id: '3', mime_type: 'video/mp4' } },
  document: { type: 'document', document: { id: '4', mime_type: 'application/pdf', filename: 'a.pdf' } },
  sticker: { type: 'sticker', sticker: { id: '5', mime_type: 'image/webp', animated: false } },
  location: { type: 'location', location: { latitude: 12.6392, longitude: -8.0029 } },
  contact: { type: 'contacts', contacts: [{ name: { formatted_name: 'A' }, phones: [] }] },
} as const;

/** A message of ours as it stands on a phone. */
export interface Shown {
  id: string;
  params: Params;
}

export interface PersonScene {
  bring(from: Person, content: object, id: string, at: number): void;
  now(): number;
  files: Files;
}

/** A person with WhatsApp. `hidesNumber`: they go by a user name. */
export class Person {
  readonly phone: string;
  readonly userId: string;
  hidesNumber = false;
  blocked = false;
  /** When they last wrote, in milliseconds since 1970. */
  wroteAt = -Infinity;
  readonly shown: Shown[] = [];
  readonly #scene: PersonScene;
  #said = 0;

  constructor(scene: PersonScene, n: number) {
    this.#scene = scene;
    this.phone = `223700${String(n).padStart(5, '0')}`;
    this.userId = `ML.${1_000_000 + n}`;
  }

  get address(): string {
    return this.hidesNumber ? this.userId : this.phone;
  }

  says(body: string): void {
    this.writes({ type: 'text', text: { body } });
  }

  sends(media: keyof typeof MEDIA): void {
    this.writes(MEDIA[media]);
  }

  /** A voice message or a photo of their own; the id the platform gives it. */
  sendsFile(media: 'voice' | 'photo', file: OwnFile): string {
    const kept = this.#scene.files.receive(file);
    this.writes(
      media === 'voice' ? { type: 'audio', audio: { ...kept, voice: true } } : { type: 'image', image: kept },
    );
    return kept.id;
  }

  /** Presses what is labelled so on the newest message that has it. */
  taps(label: string): void {
    for (const { params } of this.shown.toReversed()) {
      const found = offersOf(params).find(({ title }) => title === label);
      if (found === undefined) continue;
      const kind = found.list ? 'list_reply' : 'button_reply';
      this.writes({
        type: 'interactive',
        interactive: { type: kind, [kind]: { id: found.id, title: label } },
      });
      return;
    }
    throw new Error(`Nothing on this phone is labelled ${label}.`);
  }

  writes(content: object): void {
    this.wroteAt = this.#scene.now();
    this.#said += 1;
    this.#scene.bring(this, content, `wamid.${this.phone}.${this.#said}`, this.wroteAt);
  }
}

interface Offer {
  id: string;
  title: string;
  list: boolean;
}

interface Interactive {
  action: {
    buttons?: { reply: { id: string; title: string } }[];
    sections?: { rows: { id: string; title: string }[] }[];
  };
}

/** What can be pressed on a message. */
export function offersOf(params: Params): Offer[] {
  const action = (params['interactive'] as Interactive | undefined)?.action;
  return [
    ...(action?.buttons ?? []).map(({ reply }) => ({ ...reply, list: false })),
    ...(action?.sections ?? []).flatMap(({ rows }) => rows.map((row) => ({ ...row, list: true }))),
  ];
}
