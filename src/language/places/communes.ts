import type { CommuneRow } from './rows.ts';

const FRENCH = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six'] as const;
const BAMBARA = ['kelen', 'fila', 'saba', 'naani', 'duuru', 'wɔɔrɔ'] as const;

/**
 * Communes people name instead of their cercle: the six of Bamako, and a first few elsewhere.
 * A commune outside Bamako is understood as its cercle, the finest place kept.
 */
export const COMMUNES: readonly CommuneRow[] = [
  ...['I', 'II', 'III', 'IV', 'V', 'VI'].map((roman, index) => ({
    name: `Commune ${roman}`,
    region: 'bamako',
    cercle: `commune-${index + 1}`,
    aliases: communeAliases(roman, index),
  })),
  { name: 'Gounzoureye', region: 'gao', cercle: 'gao', aliases: ['Gounzourey', 'Gunzurey'] },
];

function communeAliases(roman: string, index: number): string[] {
  const numbers = [String(index + 1), roman, FRENCH[index] ?? '', BAMBARA[index] ?? ''];
  const named = numbers.flatMap((number) => [`Commune ${number}`, `Komini ${number}`]);
  return [...named, `C${index + 1}`].flatMap((alias) => [
    alias,
    `${alias} Bamako`,
    `Bamako ${alias}`,
    `${alias} de Bamako`,
    `${alias} du district de Bamako`,
  ]);
}
