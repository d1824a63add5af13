import { CERCLE_NAMES, REGION_NAMES } from '../places/gazetteer.ts';
import { plainWords } from './grams.ts';

/** Names stand in both languages: they say who and where, not in which language it is said. */
export const isName = (word: string): boolean => (names ??= namesOf()).has(word);

const FAMILIES = `
  barry bathily bocoum bouare camara cisse coulibaly dabo daou dembele diabate diakite diallo diarra diawara dicko
  doucoure doumbia drame fofana goita guindo haidara kante kassogue keita kone konate koita kouyate magassa maiga niang
  niangaly ouedraogo ouologuem poudiougou sacko samake sanogo sangare sidibe simpara sissoko sylla tall
  tounkara toure traore yattara`;
const FIRST_NAMES = `
  abdoulaye abdou adama amadou aminata awa aziz baba bakary boubacar cheick djeneba drissa fanta fatoumata
  fousseyni hamidou hawa ibrahim ibrahima idrissa issa kadiatou mahamadou mamadou mariam mohamed modibo moussa oumar
  oumou ousmane ramata rokia salif seydou souleymane soumaila yacouba youssouf`;
const COUNTRIES =
  'mali burkina faso niger senegal guinee mauritanie algerie azawad cedeao onu minusma fama cma';

/** Short ones are words too: *san*, *ba*, *koro*. */
const MIN_LETTERS = 5;
/** Made when it is first asked for. */
let names: ReadonlySet<string> | undefined;
const namesOf = (): ReadonlySet<string> =>
  new Set([
    ...[FAMILIES, FIRST_NAMES, COUNTRIES].flatMap((listed) => listed.trim().split(/\s+/u)),
    ...[...REGION_NAMES, ...CERCLE_NAMES]
      .flatMap(([name]) => plainWords(name))
      .filter((word) => word.length >= MIN_LETTERS),
  ]);
