/**
 * Questions in sloppy spelling, by the button of the explainer that answers each (src/capabilities/explainers/demo). Written
 * for this project and by its own people, not collected from citizens: how it does with theirs, the first campaign will
 * tell. Nothing in the ranking was made from them; `FOR_TRYING` is what it was tried on.
 */
type Asked = readonly [title: string, questions: readonly string[]];

export const FOR_TRYING: readonly Asked[] = [
  ['La Charte', ['cest koi la charte', 'la sharte nasional']],
  ['Charte adoptée ?', ['charte adopté ou pa', 'cnt a voté la sharte ?']],
  ['L’accord d’Alger', ['acor dalger ancor valab', 'laccord de 2015 é fini']],
  ['Le dialogue', ['dialog inter malien cetai kan', 'malidenw ka kumanyogonya']],
  ['La MINUSMA', ['minisma parti ?', 'onu é ancor la']],
  ['La CEDEAO', ['cdeao le mali é sorti', 'sortie sedeao']],
  ['Devenir volontaire', ['coman devenir volonter', 'je ve etre benevol']],
  ['Mes données', ['vs gardé mes info', 'vie privé']],
  ['Arrêter', ['je ve plu recevoir', 'areter les mesage']],
  ['Vrai ou faux ?', ['c vrai ce mesage', 'rumeur vrai ou fo']],
];

export const HELD: readonly Asked[] = [
  [
    'La Charte',
    [
      'c koi la charte pour la paix',
      'sa di koi la charte',
      'le texte de 106 articl',
      'explik moi la charte nasionale',
      'la nouvel charte la c koi',
      'charte de pai remise kan',
    ],
  ],
  [
    'Charte adoptée ?',
    [
      'es ke la charte est adopter',
      'le cnt a adopté le texte ?',
      'la charte a ete votée oui ou non',
      'on a acsepté la charte ?',
      'vote de la sharte cnt',
    ],
  ],
  [
    'Qui l’a écrite ?',
    [
      'ki a ecri la charte',
      'kel comission a redigé',
      'les oteur du texte de la charte',
      'qui a redige la chart',
      'comition de redaction',
    ],
  ],
  [
    'L’accord d’Alger',
    [
      'l acord d alger é fini ?',
      'alger c terminé ?',
      'acord alge encor valable',
      'pk on a aretté l accord d’algé',
      'fin de lacord de paix 2015',
      'alger benkansebe dabilala wa',
    ],
  ],
  [
    'Signature 2015',
    [
      'kan lacord de pai a été signé',
      'date de la sinature de l accord',
      'kel ané on a signer lacor',
      'accord signé quel jour',
    ],
  ],
  [
    'Le dialogue',
    [
      'dialogue intermalien c etait quand',
      'date du dialog entre malien',
      'kumaɲɔgɔnya kera san jumen',
      'les malien on parler entre eux kan',
      'phaze nasional du dialogue',
      'malidenou ka kumanyogonya kera tuma jumen',
    ],
  ],
  [
    'Entente nationale',
    [
      'conferance dentente nasional',
      'c koi la conférence entente 2017',
      'ben lajeba kera tuma jumen',
      'rencontre d’entante',
    ],
  ],
  [
    'La mission d’appui',
    [
      'mission dapui a la reconsiliation',
      'ki s’ocupe de reconcilier',
      'la mision de reconciliation fait koi',
      'mission apui recociliation',
    ],
  ],
  [
    'La Constitution',
    [
      'la nouvel constitution change koi',
      'constitusion 2023',
      'sariyasumba kura daminena tuma jumen',
      'sariasunba kura',
      'nouvele loi fondamental',
    ],
  ],
  [
    'Langues officielles',
    [
      'le bambara é officiel ?',
      'cest quel langue oficielle au mali',
      'le francai c encor la langue offisiel',
      'nos langue nationale sont officiel ?',
      'bamanan langue ofisiel',
    ],
  ],
  [
    'La MINUSMA',
    [
      'les cask bleu son encor la',
      'la minusma é parti ?',
      'minousma dabilala wa',
      'lonu a kité le mali',
      'solda des nation uni',
      'casque bleus ils sont ou',
    ],
  ],
  [
    'La CEDEAO',
    [
      'mali é dan la cedeao ?',
      'on a kité la cdeao kan',
      'mali bora cedeao la wa',
      'cedeao on é ancore manbre',
      'la sorti de la cédéao',
      'ecowas mali sortie',
    ],
  ],
  [
    'Combien de régions',
    [
      'combien de region au mali',
      'ya combien region mtn',
      'le nonbre de régions',
      'les nouvel region du mali',
    ],
  ],
  [
    'La population',
    [
      'combien dabitant au mali',
      'on est conbien au mali',
      'popilation du mali',
      'resensement 2022',
      'nombre d abitants',
    ],
  ],
  [
    'Devenir volontaire',
    [
      'coment etre volontaire',
      'je veux aidé moi aussi',
      'sinscrire benevole',
      'n be se ka ke yerebo ye',
      'participé aux activité',
      'yɛrɛbɔ cogo di',
    ],
  ],
  [
    'Mes données',
    [
      'vous gardez quoi sur moi',
      'mes donné personel',
      'est ce que vous avez mon numero',
      'n ka telefoni nimoro mara',
      'mes information c secret ?',
      'n kunnafoniou',
    ],
  ],
  [
    'Tout effacer',
    [
      'je veux tt effacer',
      'suprimer mon conte',
      'efacer mes message',
      'oublié moi svp',
      'comment suprimé mes info',
    ],
  ],
  [
    'Arrêter',
    [
      'comen ne plus avoir vos mesages',
      'arete de m’ecrire les messages',
      'je ve me desaboné',
      'cikanw dabila',
      'stoper les messages',
      'bloké vos nouvelles',
    ],
  ],
  [
    'Vrai ou faux ?',
    [
      'ce message est il vréman de vous',
      'c une fause nouvelle ?',
      'verifié une rumeure',
      'on ma tranféré un msg watsap',
      'comment savoir si c vrai',
      'intox ou pas',
    ],
  ],
  [
    'Changer de langue',
    [
      'changé la langue',
      'je ve parler en bambara',
      'n b’a fe ka kuma bamanankan na',
      'metre en francais',
      'otre langue svp',
    ],
  ],
  [
    'Parler à quelqu’un',
    [
      'parler a une vrai persone',
      'je ve un humin',
      'contacté lequipe',
      'ka kuma ni mogo do ye',
      'apelé kelkun',
      'ya quelquun derière ?',
    ],
  ],
  [
    'Donner mon avis',
    ['ou doné mon avi sur la paix', 'repondre au sondaj', 'dire ce ke je panse', 'fair lenquete'],
  ],
  [
    'C’est payant ?',
    ['c gratui ?', 'es ke c payan', 'sa coute conbien d’argent', 'le pri svp', 'ca mange mon credi'],
  ],
  [
    'Qui parle ?',
    [
      'tu é ki toi',
      'c le gouvernemen ?',
      'ki a cree ce numero',
      'a ki apartien le robo',
      'ki est deriere benkan',
    ],
  ],
];

/** What nothing explains: it is to be passed to an office rather than answered with something else. */
export const UNEXPLAINED: readonly string[] = [
  'le prix du mil au marché de kati',
  'quand ouvre l’école de mon fils',
  'ou trouver de l’eau au village',
  'le match de can c a kel heure',
  'mon champ a été brulé par le feu',
  'quel jour c’est la tabaski',
  'le pont de la commune est cassé',
  'recette du tiguadeguena',
  'comment soigner le palu',
  'sanji bɛna na wa',
];
