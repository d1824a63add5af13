import type { GlobalIntent, Intent } from '../../domain/language.ts';
import { type Said, says } from './said.ts';

/** Words with a meaning only where a question is open, or none that moves the talk. */
export const LOCAL_WORDS: Readonly<Record<Exclude<Intent, GlobalIntent>, Said>> = {
  yes: {
    fr: says(`
      oui | ouais | ouai | wi | oué | ui | ouep | yep | yes | ok | okay | oke | okey | d'accord | dakor | dac | daccor |
      mais oui | oui merci | [,oui ]bien sûr | bien sûr que oui | [,oui ]je suis d'accord | oui d'accord |
      c'est d'accord | j'accepte | je confirme | [je,oui je] veux bien | oui je veux | exact | exactement | tout à fait |
      volontiers | volontier | c'est bon | c bon | ça marche | bien entendu | évidemment | certainement | absolument |
      affirmatif`),
    bm: says(`
      ɔwɔ | awɔ | ɔnhɔn | ɔhɔn | aɔ | ayiwa | [n,ne] sɔnna | n sɔnna a ma | [n,ne] b'a fɛ | n b'a fɛ kosɛbɛ | bɛnna |
      a bɛnna`),
  },
  no: {
    fr: says(`
      non | nan | no | nope | non merci | mais non | [,non ]pas du tout | [,non ]pas d'accord | pas dakor | pas daccor |
      pas du tout d'accord | pas d'accord du tout | je [,ne ]suis pas [,du tout ]d'accord | je refuse |
      [je ne veux,je veux,je vx,jveu,je veu] pas | [je n'accepte,j'accepte] pas | jamais | jamais de la vie |
      absolument pas | [hors de,pas] question | surtout pas | pas maintenant | non c'est bon | négatif`),
    bm: says(`
      ayi | ayi dɛ | ɔn-ɔn | ɔn ɔn dɛ | [n,ne] t'a fɛ | [n,ne] ma sɔn | [n,ne] tɛ sɔn`),
  },
  // CONTRACT: a greeting begins or brings the menu; `i ni ce` also thanks, and beginning is what harms nothing.
  hello: {
    fr: says(`
      bonjour | bonsoir | salut | bonne journée | hello | hey | hi | coucou | bjr | bsr | bnsr | slt | salam |
      [bonjour,bonsoir,salut] [à tous,à vous,tout le monde,la famille,ça va,comment ça va,comment allez-vous] |
      salam [aleykoum,aleikoum,alaikoum] | [assalam,assalamou] [aleykoum,aleikoum,alaykoum,alaikoum]`),
    bm: says(`
      i ni ce | [i,aw] ni [sɔgɔma,tile,wula,ula,su,baara] | i ni bisimila | i danse`),
  },
  thanks: {
    fr: says(`
      merci | mersi | mrc | [,grand ,un grand ,mille ]merci | mille mercis |
      merci [beaucoup,bcp,bien,infiniment,mille fois,encore,à vous,à toi,à tous,pour tout,d'avance] |
      je [vous,te] remercie | thanks | thank you | thx`),
    bm: says(`
      aw ni ce | [i,aw] ni ce [kɔsɛbɛ,kosɛbɛ] | i ni ce caman | barika`),
  },
  back: {
    fr: says(`
      retour | retourner | revenir | précédent | [,revenir ,retour ,retourner ]en arrière | annuler |
      [page,question,étape] précédente | corriger | [,je ]corrige | [corriger,changer] ma réponse`),
    bm: says('[,ka ,a ,i ,i ka ]segin | [,ka ,a ,i ,i ka ]segin kɔ'),
  },
  repeat: {
    fr: says(`
      répéter | répète | répétez | encore | encore une fois | redire | redis | redites |
      [tu peux,peux-tu,vous pouvez,pouvez-vous] répéter | [je ne,je] [comprends,comprend] pas | pas compris |
      [je n'ai,j'ai,g] [pas,rien] compris | je [,ne ]comprends rien`),
    bm: says(`
      [,ka ,i ,i ka ,aw ye ]segin a kan | [n,ne] m'a faamu | a fɔ [kura,tuguni]`),
  },
};
