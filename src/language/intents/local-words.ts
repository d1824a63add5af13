import type { GlobalIntent, Intent } from '../../domain/language.ts';
import { type Said, says } from './said.ts';

/** Words with a meaning only where a question is open, or none that moves the talk. */
export const LOCAL_WORDS: Readonly<Record<Exclude<Intent, GlobalIntent>, Said>> = {
  yes: {
    fr: says(`
      oui | ouais | ouai | wi | oué | yes | ok | okay | d'accord | oui merci | oui bien sûr | bien sûr |
      je suis d'accord | oui je suis d'accord | oui d'accord | j'accepte | je veux bien | mais oui | exact
      | tout à fait | volontiers | ui | ouep | yep | oke | okey | dakor | dac | daccor | volontier | oui je veux |
      exactement | c'est bon | c bon | bien entendu | évidemment | certainement | absolument`),
    bm: says(`
      ɔwɔ | awɔ | ɔnhɔn | ɔhɔn | aɔ | ayiwa | n sɔnna | ne sɔnna | n sɔnna a ma | n b'a fɛ | ne b'a fɛ |
      bɛnna | a bɛnna | awɔ dɛ | awɔ kɛ | awɔ sa | ɔwɔ dɛ | ɔwɔ kɛ`),
  },
  no: {
    fr: says(`
      non | nan | no | nope | non merci | mais non | pas du tout | pas d'accord | je ne suis pas d'accord
      | je suis pas d'accord | non pas d'accord | je refuse | je ne veux pas | je veux pas | jamais |
      absolument pas | pas question | hors de question | surtout pas | je vx pas | jveu pas | je veu pas |
      pas dakor | pas daccor`),
    bm: says(`
      ayi | ayi dɛ | ɔn-ɔn | ɔn ɔn dɛ | n t'a fɛ | ne t'a fɛ | n ma sɔn | ne ma sɔn | n tɛ sɔn | ayi kɛ | ayi sa`),
  },
  // CONTRACT: a greeting begins or brings the menu; `i ni ce` also thanks, and beginning is what harms nothing.
  hello: {
    fr: says(`
      bonjour | bonsoir | salut | bonne journée | bonjour à tous | hello | salam | salam aleykoum | bjr |
      bsr | slt | coucou | hey | hi | salam alaikoum | assalam aleykoum | assalamou aleikoum |
      assalamou alaikoum`),
    bm: says(`
      i ni ce | i ni sɔgɔma | aw ni sɔgɔma | i ni tile | aw ni tile | i ni wula | aw ni wula | i ni su |
      aw ni su | aw ni baara | i ni baara | i ni bisimila | i danse | i ni ula | aw ni ula`),
  },
  thanks: {
    fr: says(`
      merci | merci beaucoup | merci bien | grand merci | je vous remercie | merci à vous | thanks | mrc |
      mersi | merci bcp | merci infiniment | merci mille fois | mille mercis | je te remercie | thank you`),
    bm: says(`
      aw ni ce | i ni ce kɔsɛbɛ | i ni ce kosɛbɛ | aw ni ce kɔsɛbɛ | aw ni ce kosɛbɛ | i ni ce caman |
      barika`),
  },
  back: {
    fr: says(`
      retour | revenir | revenir en arrière | précédent | retourner | en arrière | annuler | page
      précédente | question précédente | retour en arrière | corriger | corrige | je corrige | corriger ma
      réponse | changer ma réponse | je veux corriger | je veux changer ma réponse`),
    bm: says('segin | ka segin | segin kɔ | ka segin kɔ | a segin | a segin kɔ'),
  },
  repeat: {
    fr: says(`
      répéter | répète | répétez | encore une fois | je n'ai pas compris | j'ai pas compris | pas compris
      | je ne comprends pas | je comprends pas | encore | redire | redis | redites | tu peux répéter |
      vous pouvez répéter | pouvez-vous répéter | peux-tu répéter | g pas compris | je comprend pas | je
      ne comprend pas`),
    bm: says(`
      segin a kan | ka segin a kan | n m'a faamu | ne m'a faamu | a fɔ kura | a fɔ tuguni | i segin a kan
      | aw ye segin a kan`),
  },
};
