import type { Spoken } from '../../../web/public/index.ts';
import type { NewsWords } from './words.ts';

/** A size as people buy data: in thousands and millions of bytes. */
export function sizeWords({ sizes }: NewsWords, bytes: number): Spoken {
  const format = new Intl.NumberFormat('fr', { maximumSignificantDigits: 2 });
  return bytes < 1_000_000
    ? sizes.kilobytes(format.format(Math.max(1, Math.round(bytes / 1000))))
    : sizes.megabytes(format.format(bytes / 1_000_000));
}
