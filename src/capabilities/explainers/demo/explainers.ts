import type { Content } from '../../approved/index.ts';
import type { Theme } from '../../updates/index.ts';

/** An explainer of the demonstration; its facts are those of the milestones, each with its public source. */
export interface DemoExplainer {
  theme: Theme | 'autre';
  title: string;
  question: string;
  answer: string;
  others: readonly string[];
  source: string;
  /** From the words of the glossary, a draft until reviewed; absent where it does not reach. */
  bm?: { title: string; question: string; answer: string; others: readonly string[] };
}

/** The content of one, as the form would have brought it. */
export const demoContent = (each: DemoExplainer, office: string, reviewBy: string): Content => ({
  ...{ fr_titre: each.title, fr_question: each.question, fr_reponse: each.answer },
  ...{ fr_autres: each.others.join('\n'), bm_titre: each.bm?.title ?? '' },
  ...{ bm_question: each.bm?.question ?? '', bm_reponse: each.bm?.answer ?? '' },
  bm_autres: each.bm?.others.join('\n') ?? '',
  ...{ source: each.source, lien: '', theme: each.theme, bureau: office, revoir: reviewBy },
});

const HOUSE = 'Benkan, guide de l’utilisateur';

export const DEMO_EXPLAINERS: readonly DemoExplainer[] = [
  {
    theme: 'charte',
    title: 'La Charte',
    question: 'C’est quoi, la Charte nationale pour la paix ?',
    answer:
      'C’est un texte pour la paix et la réconciliation au Mali. Il a été remis le 22 juillet 2025. Il compte 106 articles.',
    others: ['Que dit la charte de la paix ?', 'Le texte de paix de 106 articles', 'La nouvelle charte'],
    source: 'sahelien ; sahel-intelligence 39341',
  },
  {
    theme: 'charte',
    title: 'Charte adoptée ?',
    question: 'La Charte est-elle adoptée ?',
    answer: 'Oui. Le Conseil national de transition a adopté la Charte le 7 août 2025.',
    others: ['Le CNT a voté la charte ?', 'Vote de la charte', 'Est-ce que la charte est acceptée ?'],
    source: 'sahel-intelligence 39596 ; atlasinfo',
  },
  {
    theme: 'charte',
    title: 'Qui l’a écrite ?',
    question: 'Qui a écrit la Charte ?',
    answer: 'Une commission de rédaction. Le décret 2024-0714 de décembre 2024 l’a créée.',
    others: ['Quelle commission a rédigé la charte ?', 'Les auteurs de la charte', 'La rédaction du texte'],
    source: 'maliweb.net 3102601',
  },
  {
    theme: 'accord',
    title: 'L’accord d’Alger',
    question: 'L’accord d’Alger est-il encore valable ?',
    answer: 'Non. Le gouvernement de transition y a mis fin le 25 janvier 2024, avec effet immédiat.',
    others: ['L’accord de 2015 est fini ?', 'Est-ce que Alger marche encore ?', 'Fin de l’accord de paix'],
    source: 'maliactu ; Le Figaro/AFP via 5rmi',
    bm: {
      title: 'Alger bɛnkansɛbɛn',
      question: 'Alger bɛnkansɛbɛn bɛ yen hali bi wa ?',
      answer: 'Ayi. Cɛmancɛlafanga ye Alger bɛnkansɛbɛn dabila san 2024 zanwuyekalo tile 25.',
      others: ['Bɛnkansɛbɛn dabilala wa ?'],
    },
  },
  {
    theme: 'accord',
    title: 'Signature 2015',
    question: 'Quand l’accord pour la paix a-t-il été signé ?',
    answer:
      'Il a été paraphé le 1er mars 2015, puis signé à Bamako entre mai et juin 2015. Les dates exactes restent à confirmer.',
    others: ['Date de signature de l’accord', 'Quelle année on a signé l’accord de paix ?'],
    source: 'eurasia.ro 2015-03-02 ; dates à confirmer',
  },
  {
    theme: 'dialogue',
    title: 'Le dialogue',
    question: 'Le dialogue inter-malien, c’était quand ?',
    answer:
      'Les communes ont commencé le 13 avril 2024. Les régions ont suivi du 20 au 22 avril, et le niveau national du 6 au 10 mai 2024.',
    others: ['Dates du dialogue entre Maliens', 'Les Maliens ont parlé entre eux quand ?', 'Phase nationale'],
    source: 'leconomistedumali ; malibook ; studiotamani 162743',
    bm: {
      title: 'Kumaɲɔgɔnya',
      question: 'Malidenw ka kumaɲɔgɔnya kɛra tuma jumɛn ?',
      answer: 'A daminɛna kominiw la awirilikalo tile 13 san 2024. A dabilala mɛkalo tile 10.',
      others: ['Kumaɲɔgɔnya kɛra san jumɛn ?'],
    },
  },
  {
    theme: 'reconciliation',
    title: 'Entente nationale',
    question: 'C’est quoi, la Conférence d’entente nationale ?',
    answer: 'Une grande rencontre pour l’entente entre Maliens. Elle a eu lieu du 27 mars au 2 avril 2017.',
    others: ['La conférence de 2017', 'Rencontre d’entente'],
    source: 'maliweb.net 2356402',
    bm: {
      title: 'Bɛn lajɛba',
      question: 'Bɛn lajɛba kɛra tuma jumɛn ?',
      answer: 'Bɛn lajɛba daminɛna san 2017 marisikalo tile 27. A dabilala awirilikalo tile 2.',
      others: [],
    },
  },
  {
    theme: 'reconciliation',
    title: 'La mission d’appui',
    question: 'Que fait la Mission d’appui à la réconciliation ?',
    answer: 'Elle appuie la réconciliation nationale. Le décret 2017/0367 l’a créée le 28 avril 2017.',
    others: ['La mission de réconciliation', 'Qui s’occupe de réconcilier les gens ?'],
    source: 'maliweb.net',
  },
  {
    theme: 'institutions',
    title: 'La Constitution',
    question: 'Qu’est-ce qui a changé avec la nouvelle Constitution ?',
    answer:
      'Elle date du 22 juillet 2023. Son article 31 fait des langues nationales les langues officielles.',
    others: ['La loi fondamentale de 2023', 'Nouvelle constitution du Mali'],
    source: 'abamako.com 284819',
    bm: {
      title: 'Sariyasunba kura',
      question: 'Sariyasunba kura daminɛna tuma jumɛn ?',
      answer: 'Mali ka sariyasunba kura daminɛna san 2023 zuluyekalo tile 22.',
      others: [],
    },
  },
  {
    theme: 'institutions',
    title: 'Langues officielles',
    question: 'Le bambara est-il une langue officielle ?',
    answer: 'Oui, avec les autres langues nationales : la Constitution de 2023 le dit à son article 31.',
    others: ['Quelle est la langue officielle du Mali ?', 'Le français est encore officiel ?', 'Nos langues'],
    source: 'abamako.com 284819',
  },
  {
    theme: 'securite',
    title: 'La MINUSMA',
    question: 'Les casques bleus sont-ils encore au Mali ?',
    answer: 'Non. La MINUSMA, la mission des Nations unies, a fermé le 31 décembre 2023.',
    others: ['L’ONU est partie ?', 'Fin de la MINUSMA', 'Soldats des Nations unies'],
    source: 'africalibertynews ; euronewstop',
    bm: {
      title: 'MINUSMA',
      question: 'MINUSMA bɛ Mali la hali bi wa ?',
      answer: 'Ayi. MINUSMA ka baara dabilala Mali la san 2023 desanburukalo tile 31.',
      others: [],
    },
  },
  {
    theme: 'voisins',
    title: 'La CEDEAO',
    question: 'Le Mali est-il encore dans la CEDEAO ?',
    answer: 'Non. La sortie du Mali de la CEDEAO a pris effet le 29 janvier 2025.',
    others: ['Quitter la CEDEAO', 'Sortie de l’ECOWAS', 'On est toujours membre de la CEDEAO ?'],
    source: 'podiumnews ; fatunetwork 2024-12-23',
    bm: {
      title: 'CEDEAO',
      question: 'Mali bɔra CEDEAO la wa ?',
      answer: 'Awɔ. Mali bɔra CEDEAO la san 2025 zanwuyekalo tile 29.',
      others: ['Mali bɛ CEDEAO la hali bi wa ?'],
    },
  },
  {
    theme: 'institutions',
    title: 'Combien de régions',
    question: 'Combien de régions y a-t-il au Mali ?',
    answer: 'Dix-neuf régions et le District de Bamako.',
    others: ['Nombre de régions', 'Les nouvelles régions du pays'],
    source: 'RGPH5 2022, d’après maliweb.net 3068866',
  },
  {
    theme: 'institutions',
    title: 'La population',
    question: 'Combien d’habitants compte le Mali ?',
    answer: 'Le recensement de 2022 en compte 22 395 489, toutes régions ensemble.',
    others: ['La population du pays', 'On est combien de Maliens ?', 'Nombre d’habitants', 'Recensement'],
    source: 'RGPH5 2022, d’après maliweb.net 3068866',
  },
  {
    theme: 'autre',
    title: 'Devenir volontaire',
    question: 'Comment devenir volontaire ?',
    answer: 'Écris « volontaire ». Je te pose quelques questions, puis je te montre les activités.',
    others: ['Je veux aider', 'S’inscrire comme bénévole', 'Comment participer aux activités ?'],
    source: HOUSE,
    bm: {
      title: 'Yɛrɛbɔ',
      question: 'N bɛ se ka kɛ yɛrɛbɔ ye cogo di ?',
      answer: '« Yɛrɛbɔ » sɛbɛn. O kɔ, n bɛ ɲininkali dɔw kɛ.',
      others: ['N b’a fɛ ka dɛmɛ don'],
    },
  },
  {
    theme: 'autre',
    title: 'Mes données',
    question: 'Que gardez-vous sur moi ?',
    answer: 'Écris « mes données » : je te dis quelles choses je garde, et combien. Tu peux tout effacer.',
    others: ['Mes informations personnelles', 'Est-ce que mon numéro est gardé ?', 'Vie privée', 'Secret'],
    source: HOUSE,
    bm: {
      title: 'N kunnafoniw',
      question: 'I bɛ mun mara n kan ?',
      answer: '« N kunnafoniw » sɛbɛn. I bɛ se ka bɛɛ jɔsi.',
      others: ['I bɛ n ka telefɔni nimɔrɔ mara wa ?'],
    },
  },
  {
    theme: 'autre',
    title: 'Tout effacer',
    question: 'Comment effacer mes informations ?',
    answer: 'Écris « effacer », puis choisis « Tout effacer ». Après, rien ne peut revenir.',
    others: ['Supprimer mon compte', 'Oublie-moi', 'Effacer mes messages'],
    source: HOUSE,
  },
  {
    theme: 'autre',
    title: 'Arrêter',
    question: 'Comment ne plus recevoir de messages ?',
    answer: 'Écris « stop ». Plus rien ne part. Pour revenir, écris « menu ».',
    others: ['Arrêter les messages', 'Se désabonner', 'Je ne veux plus de vos nouvelles', 'Bloquer'],
    source: HOUSE,
    bm: {
      title: 'A dabila',
      question: 'Ka cikanw dabila cogo di ?',
      answer: '« A dabila » sɛbɛn. N tɛ foyi ci i ma tuguni.',
      others: [],
    },
  },
  {
    theme: 'autre',
    title: 'Vrai ou faux ?',
    question: 'Comment savoir si un message est vraiment de vous ?',
    answer: 'Écris « verif » puis son numéro, ou colle le message ici. Je te dis s’il est bien de nous.',
    others: ['C’est une fausse nouvelle ?', 'Vérifier une rumeur', 'Message WhatsApp transféré, intox'],
    source: HOUSE,
  },
  {
    theme: 'autre',
    title: 'Changer de langue',
    question: 'Comment changer de langue ?',
    answer: 'Écris « langue », puis choisis.',
    others: ['Parler en bambara', 'Je veux le français', 'Autre langue'],
    source: HOUSE,
    bm: {
      title: 'Kan',
      question: 'Kan yɛlɛma cogo di ?',
      answer: '« Kan » sɛbɛn, i bɛ kan dɔ sugandi.',
      others: ['N b’a fɛ ka kuma bamanankan na'],
    },
  },
  {
    theme: 'autre',
    title: 'Parler à quelqu’un',
    question: 'Comment parler à une vraie personne ?',
    answer: 'Écris « parler ». Quelqu’un de l’équipe lira tes messages et te répondra ici.',
    others: ['Je veux un humain', 'Contacter l’équipe', 'Appeler quelqu’un'],
    source: HOUSE,
    bm: {
      title: 'Ka kuma',
      question: 'Ka kuma ni mɔgɔ dɔ ye cogo di ?',
      answer: '« Ka kuma » sɛbɛn. Mɔgɔ dɔ bɛna i jaabi.',
      others: [],
    },
  },
  {
    theme: 'autre',
    title: 'Donner mon avis',
    question: 'Comment donner mon avis sur la paix ?',
    answer: 'Écris « sondage ». Il y a peu de questions, et ton nom n’est pas demandé.',
    others: ['Répondre au sondage', 'Dire ce que je pense', 'Faire une enquête'],
    source: HOUSE,
  },
  {
    theme: 'autre',
    title: 'C’est payant ?',
    question: 'Est-ce que ce service coûte de l’argent ?',
    answer:
      'Benkan ne te demande jamais d’argent. Ton opérateur compte les données ou les SMS comme d’habitude.',
    others: ['C’est gratuit ?', 'Prix', 'Je paie combien ?', 'Crédit et mégas'],
    source: HOUSE,
  },
  {
    theme: 'autre',
    title: 'Qui parle ?',
    question: 'Qui est derrière Benkan ?',
    answer: 'Benkan est un robot. Une équipe l’a écrit. Au début, il te dit qui le tient et pourquoi.',
    others: [
      'Tu es qui ?',
      'C’est le gouvernement ?',
      'À qui appartient ce robot ?',
      'Qui a créé ce numéro ?',
    ],
    source: HOUSE,
  },
];
