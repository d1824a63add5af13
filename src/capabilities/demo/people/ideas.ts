/** What invented people write in their own words, by language and by what matters to them. No name of anybody. */
export const IDEAS = {
  fr: {
    securite: [
      'Que les routes soient sûres pour aller au marché',
      'Des patrouilles qui parlent avec les habitants',
      'Protéger les villages la nuit',
      'moins d’armes dans les quartiers',
    ],
    eau: [
      'Un forage par village, partagé entre tous',
      'Régler les disputes autour des puits ensemble',
      'Réparer le château d’eau du quartier',
      'que les éleveurs et les cultivateurs partagent l’eau',
    ],
    ecole: [
      'Rouvrir les écoles fermées',
      'Des cours sur la paix à l’école',
      'Des enseignants dans chaque village',
      'Un terrain de sport où tout le monde joue ensemble',
    ],
    travail: [
      'Du travail pour les jeunes, comme ça ils ne partent pas',
      'Former les jeunes à un métier',
      'Aider les jeunes qui veulent cultiver',
      'des petits crédits pour les groupes de jeunes',
    ],
    dialogue: [
      'Parler avec les voisins, même ceux d’un autre quartier',
      'Des veillées avec les anciens et les jeunes',
      'Une radio où chacun peut poser ses questions',
      'Que les femmes parlent aussi dans les réunions',
    ],
  },
  bm: {
    securite: ['Siraw lakana', 'Dugu lakana su fɛ', 'An ka dugu lakana ɲɔgɔn fɛ'],
    eau: ['Ji ka sɔrɔ dugu bɛɛ la', 'An ka ji tila ɲɔgɔn cɛ', 'ji ka soro dugu be la'],
    ecole: ['Lakɔliw da ka yɛlɛ', 'Karamɔgɔ ka sɔrɔ dugu bɛɛ la', 'lakoli ka da yele'],
    travail: ['Denmisɛnw ka baara sɔrɔ', 'Baara ka sɔrɔ denmisɛnw ye', 'denmisenw ka baara soro'],
    dialogue: [
      'An ka kuma ɲɔgɔn fɛ',
      'Bɛn ka fisa ni kɛlɛ ye',
      'an ka kuma nyogon fe',
      'Maakɔrɔw ni denmisɛnw ka sigi ɲɔgɔn fɛ',
    ],
  },
} as const;
