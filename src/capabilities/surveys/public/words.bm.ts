import { keptFr, type PublicWords } from '../../../web/public/index.ts';
import type { RESULTS_FR } from './words.fr.ts';

/** Composed of words the glossary attests; awaits a native reviewer. */
export const RESULTS_BM: PublicWords<typeof RESULTS_FR> = {
  menu: 'Jaabiw',
  title: 'Mɔgɔw ka jaabiw',
  about: 'Benkan ka ɲininkaliw jaabiw',
  lead: 'An ka ɲininkaliw jaabiw. Mɔgɔ si tɔgɔ tɛ u la.',
  none: 'Jaabi si tɛ yen sisan.',
  back: 'Jaabiw bɛɛ',
  demo: keptFr('Ceci est un exemple pour essayer. Ne le partage pas.'),
  describes: keptFr('Ces chiffres décrivent les personnes qui ont répondu, pas tout le Mali.'),
  facts: { people: 'Mɔgɔw', days: 'Waati', frozen: keptFr('Publié le'), edition: keptFr('Édition') },
  people: (n) => keptFr(`au moins ${n} personnes`),
  days: (since, until) => `${since} – ${until}`,
  frozen: keptFr('Ces chiffres sont arrêtés ce jour-là. Ils ne changent plus.'),
  base: (n) => keptFr(`Au moins ${n} personnes ont répondu.`),
  several: keptFr('Plusieurs réponses étaient possibles.'),
  first: keptFr('Ce que les personnes ont mis en premier.'),
  fives: keptFr('Parts arrondies à 5 %.'),
  table: keptFr('Voir le tableau'),
  answer: 'Jaabi',
  share: keptFr('Part'),
  below: keptFr('moins de 1 %'),
  above: keptFr('plus de 99 %'),
  hidden: keptFr('caché'),
  hiddenWhy: keptFr('Caché : moins de 10 personnes, ou un chiffre qui permettrait de les retrouver.'),
  untold: keptFr(
    'Pas montré : trop peu de réponses, ou presque tous ont répondu la même chose. On pourrait reconnaître quelqu’un.',
  ),
  open: keptFr('Les réponses avec des mots, une voix ou une photo ne sont jamais publiées.'),
  method: {
    title: keptFr('Comment ces chiffres sont faits'),
    who: keptFr('Qui demande : l’équipe de Benkan, par messages (WhatsApp, Telegram, SMS, site web).'),
    sample: keptFr('Qui répond : des personnes qui l’ont voulu. Ce n’est pas un tirage au sort.'),
    weights: keptFr(
      'Les réponses ne sont pas pondérées. Chaque personne compte une fois, avec sa dernière réponse.',
    ),
    words: keptFr('Les questions et les choix sont écrits ici comme ils ont été posés.'),
    tens: keptFr('Les nombres de personnes sont donnés par dizaines, vers le bas. Les parts sont arrondies.'),
    two: 'Mɔgɔ kelen y’a ɲini, mɔgɔ wɛrɛ y’a sɛgɛsɛgɛ.',
  },
  withdrawn: {
    title: 'Nin jaabiw dabilala',
    when: (day) => `U dabilala ${day}. Kana u ci.`,
  },
  card: { badge: 'Ɲininkali jaabiw', link: 'Jaabiw kalan' },
  shareText: (title, n, until) =>
    keptFr(`${title} : au moins ${n} personnes ont répondu (jusqu’au ${until}).`),
};
