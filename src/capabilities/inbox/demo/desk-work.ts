import type { ConcernKey } from '../../demo/index.ts';
import type { CannedExample } from './canned-examples.ts';
import type { DemoColleague } from './colleagues.ts';

/** One thing a member of staff does with a thread. */
export type DeskAct =
  | { does: 'claim' | 'close' }
  | { does: 'say'; text: string }
  | { does: 'say canned'; which: CannedExample; lang: 'fr' | 'bm' }
  | { does: 'note'; text: string }
  | { does: 'tag'; tag: string }
  | { does: 'snooze'; days: number }
  /** Gives the talk back to the bot at that step. */
  | { does: 'give back'; step: string };

export interface DeskWork {
  concern: ConcernKey;
  /** After the demonstration began; in the morning, before anybody writes. */
  day: number;
  by: DemoColleague;
  acts: readonly DeskAct[];
}

/** What is not named here waits: the one in danger stays in the red queue until somebody real has looked. */
export const DESK_WORK: readonly DeskWork[] = [
  {
    ...{ concern: 'salle', day: 86, by: 'demonstration-awa' },
    acts: [{ does: 'claim' }, { does: 'say canned', which: 'place', lang: 'fr' }],
  },
  {
    ...{ concern: 'salle', day: 88, by: 'demonstration-awa' },
    acts: [
      { does: 'tag', tag: 'horaires' },
      { does: 'give back', step: 'fini' },
    ],
  },
  {
    ...{ concern: 'quartier', day: 88, by: 'demonstration-moussa' },
    acts: [
      {
        does: 'say',
        text: 'Bonjour ! La date n’est pas encore fixée. Je t’écris ici dès que nous la connaissons.',
      },
      {
        does: 'note',
        text: 'La tournée des quartiers n’a pas encore de dates. Y revenir quand le programme est publié.',
      },
      { does: 'tag', tag: 'tournee' },
      { does: 'snooze', days: 20 },
    ],
  },
  {
    ...{ concern: 'association', day: 89, by: 'demonstration-awa' },
    acts: [
      { does: 'claim' },
      {
        does: 'say',
        text: 'Bonjour, merci de nous écrire ! Combien êtes-vous, et avez-vous un lieu pour vos activités ?',
      },
      {
        does: 'note',
        text: 'Une association qui veut participer : voir avec la personne qui coordonne la région.',
      },
      { does: 'tag', tag: 'association' },
    ],
  },
  {
    ...{ concern: 'jeunes', day: 89, by: 'demonstration-moussa' },
    acts: [
      { does: 'claim' },
      { does: 'say canned', which: 'tomorrow', lang: 'bm' },
      { does: 'tag', tag: 'association' },
    ],
  },
];
