import type { Family } from './family.ts';

/** What the matching was made with. */
export const TUNED: Family = {
  name: 'tuned',
  titles: [
    'Le dialogue de {place} commence le {day}',
    'La charte est lue à {place} le {day}',
    '{name} reçoit {n} jeunes à {place}',
    'Accord : {n} articles expliqués à {place}',
    'Réunion de {body} le {day} à {place}',
    'La route de {place} rouvre le {day}',
  ],
  sentences: [
    'Le {day}, {name} a ouvert la réunion de {body} à {place} devant {n} personnes.',
    'Le texte compte {n} articles et ne change pas la loi votée le {day}.',
    '{n} familles de {place} ont retrouvé leur maison sans aucune violence depuis le {day}.',
    'Les jeunes de {place} peuvent poser leurs questions à {body} jusqu’au {day}, à partir de {n} ans.',
    '{body} confirme que la rencontre de {place} n’est pas annulée et que {name} y sera le {day}.',
    'Le marché de {place} reste ouvert : {n} commerçants ont repris le travail le {day}.',
    'Aucun impôt nouveau n’est demandé à {place} avant le {day}, selon {name}.',
    'Les {n} délégués de {place} ont voté pour l’accord, et {name} l’a signé le {day}.',
    'Personne ne paie pour participer : {body} prend en charge {n} repas à {place} le {day}.',
    'L’école de {place} rouvre le {day} avec {n} élèves, dit {name} de {body}.',
  ],
  bm: {
    titles: ['{place} kumaɲɔgɔnya bɛ daminɛ don {n}', '{name} ye mɔgɔ {n} kunbɛn {place}'],
    sentences: [
      '{name} ye ɲɔgɔnye daminɛ {place}, mɔgɔ {n} nana, san {n} kalo in na.',
      'Bɛnkansɛbɛn kuma {n} bɛ yen, nka a tɛ sariya kɔrɔ yɛlɛma {place}.',
      '{place} denmisɛnw bɛ se ka {body} ɲininka fo don {n}, {name} y’a fɔ.',
      'Mɔgɔ {n} seginna u ka so {place}, kɛlɛ si ma kɛ yen, {name} y’a fɔ.',
    ],
  },
  names: [
    'Awa Diarra',
    'Moussa Keïta',
    'Fatoumata Maïga',
    'Amadou Cissé',
    'Kadiatou Traoré',
    'Ousmane Dembélé',
  ],
  bodies: [
    'la commission de paix',
    'la mairie',
    'le comité des sages',
    'la radio locale',
    'l’association des femmes',
  ],
  before: [
    'Regardez ce que j’ai reçu :',
    'Salam à tous.',
    'C’est vrai ça ?',
    'Mon frère m’a envoyé ça hier soir.',
    'Bonjour la famille, lisez bien.',
    'I ni ce, nin kalan.',
  ],
  after: [
    'Merci de partager.',
    'Vous pensez que c’est vrai ?',
    'Faites passer aux amis svp 🙏',
    'Dites-moi si vous savez.',
    'Aw ye nin lajɛ.',
  ],
  claims: [
    'Le couvre-feu est levé partout.',
    'Les femmes sont exclues de la salle.',
    'Chaque participant touche 5000 francs.',
    'La réunion est reportée à une date inconnue.',
    'Les commerçants étrangers doivent partir.',
  ],
  others: [
    'Selon un journal de {place}, la rencontre de {body} a réuni {n} personnes autour de {name} avant la fin du mois.',
    'D’après la radio, {name} aurait quitté {place} fâché après {n} minutes, et la réunion du {day} serait perdue.',
    'Un habitant de {place} raconte que {n} familles attendent encore la visite de {body}, promise pour le {day}.',
    '{name} invite les commerçants de {place} à fermer boutique le {day} pour protester contre {body}.',
  ],
};
