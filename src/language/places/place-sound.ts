import { foldFrenchLike, foldSafe } from '../folding/fold.ts';
import { tidy } from '../folding/tidy.ts';

/**
 * A name without spaces as written, and as heard whichever of the two languages spells it: *Coutiala*, *Kucala*;
 * *Masina*, *Macina*; *N'Tillit*, *Intillit*.
 */
export function placeSound(name: string): { written: string; heard: string } {
  const safe = foldSafe(tidy(name));
  const heard = foldFrenchLike(safe.replace(/c(?=[aou])|q/gu, 'k').replace(/c(?=[eiy])/gu, 's'));
  return {
    written: safe.replaceAll(' ', ''),
    heard: heard
      .replaceAll(' ', '')
      .replace(/^d?j(?=e)|^d(?=ie)/u, 'j')
      .replace(/^in(?=[dt])/u, 'n')
      .replaceAll('y', 'i')
      .replaceAll('w', 'u')
      .replaceAll('z', 's')
      .replaceAll('h', ''),
  };
}
