import { wordsOf } from './words.ts';

const FRENCH_WORDS = `
  bonjour bonsoir salut salam aleykoum alaykoum coucou hello hi bjr bsr slt svp stp s'il te vous plait merci beaucoup bcp
  d'avance bien bonne journée soirée nuit frère frères soeur soeurs ami amis amie amies famille cousin cousine oncle tante
  papa maman chef patron grand groupe groupes voisin voisine grin camarade camarades chers chères cher chère les des de du d
  le la l un une ce c cet cette ces ça cela ceci voici voilà je j tu t il elle on vous me m moi toi mon ma mes ton ta tes
  votre vos son sa ses lui leur qui que qu quoi où dans sur pour par avec et à au aux y en est es suis sommes êtes ai as a
  avons avez ont eu été reçu reçue reçus reçois recevoir viens vient venons d'où circule tourne traîne passe passé
  envoyé envoyée envoie envoyez envoyer m'a transféré transférée transférés transfère transférez transférer forwarded fwd
  partagé partage partagez partager fais faites suivre suite passer passez diffuser diffusez regarde regardez regarder lis lisez
  lire vois voyez voir écoute écoutez vu lu trouvé trouve demande demandé savoir sais savez peux pouvez veux voudrais
  dire dis dites dit disent disait vrai vraie vraiment vérité sûr sûre info infos information message messages texto sms
  texte vérifie vérifiez vérifier vérif rumeur nouvelle nouvelles actu lien facebook whatsapp telegram quartier école bureau marché statut page
  attention urgent important tous toutes tout le monde gens quelqu'un quelque chose pense penses pensez crois croyez
  croire aide aidez répond répondez réponds réponse ici maintenant voilà juste bien bon bonne alors donc hein quand comment
  pourquoi oh ah eh hé ok dieu allah inchallah wallahi hier matin soir ce nous notre nos comme aussi encore ou si
`;

/** Of attested words only. */
const BAMBARA_WORDS = `
  i ni ce aw ni ce sɔgɔma tile wula su n ne an anw e ale a o nin in aw aw ye ka k' bɛ b' ye y' la na fɛ kan kɔnɔ wa sa dɛ
  n teri teriw balima balimaw denw faso mɔgɔ mɔgɔw bɛɛ jama jɛkulu kuma kumaw cikan cikanw kibaru kibaruw kibaruya
  kibaruyaw kunnafoni kunnafoniw tiɲɛ don tiɲɛ sɔrɔ ci cira kalan kalanna lajɛ filɛ ye lamɛn sɛgɛsɛgɛ tila jaabi ɲininka
  ɲininkali n'i sabali hakɛ to dɔ fɔ fɔra fɔlen mun jɔn min kunu sisan mɛn mɛnna telefɔni
`;

const listed = (words: string, how: 'safe' | 'ear'): ReadonlySet<string> =>
  new Set(wordsOf(words).words.map((word) => word[how]));

/** With which people send something on; see `chatter.ts`. */
export const FRENCH = listed(FRENCH_WORDS, 'safe');
export const BAMBARA = listed(BAMBARA_WORDS, 'ear');

/** What such a sentence begins with where no mark parts it from ours. */
export const OPENERS: ReadonlySet<string> = listed(
  `merci partage partagez faites fais lis lisez regarde regardez bonjour salut transféré forwarded voici voilà vérifie
   vérifiez vérif svp stp bonsoir aw`,
  'safe',
);
