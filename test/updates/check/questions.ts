import sharp from 'sharp';
import { cardId } from '../../../src/capabilities/updates/check/pictures/card-hashes.ts';
import type { Statement } from '../../../src/capabilities/updates/log/ports.ts';
import { shareCard } from '../../../src/capabilities/updates/share/card.ts';
import { copies } from './copies.ts';
import { below, type Chance, pick, type Published } from './corpus.ts';
import type { Family } from './family.ts';

/** Keys of the flow `verif`: what the first words of an answer may be. */
export const SAID = [
  ...['vrai', 'debut', 'milieu', 'bout', 'change', 'remplace', 'retire', 'numero', 'image'],
  ...['inconnu', 'autre', 'autre_image', 'court', 'illisible'],
] as const;

/** Something a person asks about in a talk, and what may be said of it. */
export interface Question {
  way: 'code' | 'text' | 'picture';
  /** What was done to a copy. */
  how: string;
  /** After `verif`; or, where there is a picture, nothing. */
  text: string;
  picture?: Buffer;
  /** Of {@link SAID}. */
  right: readonly string[];
  /** Which number the answer names; empty: none is asked for. */
  number: string;
}

const OURS = ['vrai', 'debut', 'milieu', 'bout'];
/** What is right to say of a copy, by what it is. */
const RIGHT: Readonly<Record<string, readonly string[]>> = {
  ...{ authentic: OURS, altered: ['change'], superseded: ['remplace'], withdrawn: ['retire'] },
  ...{ other: ['autre'], short: ['court'] },
};

/** Whether an altered copy was called ours: the one answer that must never be. */
export const isCalledOurs = ({ how, right }: Question, said: string): boolean =>
  right.includes('change') && how !== 'numero' && OURS.includes(said);

/** Numbers as people type them, of items that stand, that were withdrawn, and that never were. */
export function askedByCode(of: Published, count: number, chance: Chance): Question[] {
  const spelt = (number: string): string =>
    pick(chance, [number, number.toLowerCase(), number.replaceAll('-', ' '), number.replaceAll('-', '')]);
  return Array.from({ length: count }, (_, at) => {
    const base = { way: 'code', how: 'number' } as const;
    if (at % 10 === 9) {
      const text = `ML-2026-${String(50_000 + below(chance, 9999))}`;
      return { ...base, how: 'number nobody gave', text, right: ['inconnu'], number: '' };
    }
    const gone = at % 10 === 8;
    const { number } = pick(chance, gone ? of.withdrawn : of.current);
    return { ...base, text: spelt(number), right: [gone ? 'retire' : 'numero'], number };
  });
}

/** Copies that were sent on, mangled and altered as the set they come from has it. */
export const askedByText = (family: Family, of: Published, count: number, chance: Chance): Question[] =>
  copies(family, of, count, chance).map(({ text, truth, how, number }) => ({
    ...{ way: 'text', how: truth === 'authentic' ? how : `${truth}: ${how}`, text },
    right: RIGHT[truth] ?? [],
    number: OURS.includes(RIGHT[truth]?.[0] ?? '') ? number : '',
  }));

/** Every so many of the pictures is of nobody's. */
const STRANGE = 5;

/** Cards of ours as a chat presses them, with their code and where it cannot be read any more, and pictures of others. */
export async function askedByPicture(
  of: Published,
  count: number,
  publicUrl: string,
  chance: Chance,
): Promise<{ questions: Question[]; drawn: Map<string, Buffer> }> {
  const drawn = new Map<string, Buffer>();
  const questions: Question[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at % STRANGE === STRANGE - 1) {
      const picture = await blots(chance);
      const strange = { how: 'another picture', right: ['autre_image'], number: '' };
      questions.push({ way: 'picture', text: '', picture, ...strange });
      continue;
    }
    const statement: Statement = pick(chance, of.current);
    const card = await shareCard(statement, 'fr', publicUrl);
    drawn.set(cardId(statement, 'fr'), card);
    const whole = at % 2 === 0;
    const picture = await pressed(card, whole ? 1080 : 420);
    const how = whole ? 'card' : 'card, pressed small';
    questions.push({ way: 'picture', how, text: '', picture, right: ['image'], number: statement.number });
  }
  return { questions, drawn };
}

const pressed = (card: Buffer, width: number): Promise<Buffer> =>
  sharp(card).resize({ width }).jpeg({ quality: 60 }).toBuffer();

/** As different from any card as a photograph. */
function blots(chance: Chance): Promise<Buffer> {
  const raw = Buffer.from(Array.from({ length: 64 }, () => below(chance, 256)));
  return sharp(raw, { raw: { width: 8, height: 8, channels: 1 } })
    .resize(1280, 960)
    .jpeg()
    .toBuffer();
}
