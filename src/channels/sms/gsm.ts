/** The default alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1), in the order of its codes; 27, the escape, is no letter. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Its extension table (6.2.1.1): each is written with the escape before it, as two. */
const EXTENSION = '\f^{}\\[~]|€';

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...Array.from(BASIC, (letter) => [letter, 1] as const),
  ...Array.from(EXTENSION, (letter) => [letter, 2] as const),
]);

/** How one SMS is written: seven bits a letter where the alphabet has all of them, sixteen otherwise. */
export type Coding = 'gsm' | 'ucs2';

/** What a text costs. */
export interface Size {
  coding: Coding;
  /** Septets, or UTF-16 units. */
  units: number;
  /** SMS it takes, where they are joined by a header (UDH); each is paid for. */
  parts: number;
}

/** Units in one SMS, and in one of several: the header that joins them takes six bytes of 140 (3GPP TS 23.040, 9.2.3.24.1). */
const ROOM = { gsm: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const;

/** Septets of one character; `undefined` where the alphabet lacks it. */
export const septetsOf = (letter: string): number | undefined => SEPTETS.get(letter);

/** Whether the alphabet has every character of it. */
export const isGsm = (text: string): boolean => Array.from(text).every((letter) => SEPTETS.has(letter));

/** Counts exactly as a network does: no letter and its escape, and no surrogate pair, is torn between two parts. */
export function sizeOf(text: string): Size {
  const coding = isGsm(text) ? 'gsm' : 'ucs2';
  const letters = Array.from(text, (letter) => (coding === 'gsm' ? (septetsOf(letter) ?? 0) : letter.length));
  const units = letters.reduce((sum, width) => sum + width, 0);
  if (units <= ROOM[coding].alone) return { coding, units, parts: 1 };
  let parts = 1;
  let filled = 0;
  for (const width of letters) {
    if (filled + width > ROOM[coding].joined) {
      parts += 1;
      filled = 0;
    }
    filled += width;
  }
  return { coding, units, parts };
}
