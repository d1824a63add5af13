import type { GlobalIntent } from '../../domain/language.ts';
import { type Said, says } from './said.ts';

/** What a citizen types to go somewhere, at any step. */
export const GLOBAL_WORDS: Readonly<Record<GlobalIntent, Said>> = {
  menu: {
    fr: says(`
      menu | menus | le menu | menu principal | accueil | acceuil | commencer | démarrer | start | recommencer | retour au
      menu | revenir au menu`),
    bm: says('soba | ka daminɛ | a daminɛ | daminɛ'),
  },
  help: {
    fr: says(`
      aide | aider | aide-moi | aidez-moi | à l'aide | besoin d'aide | j'ai besoin d'aide | help |
      aidez-nous | de l'aide | comment ça marche | je suis perdu | je suis perdue`),
    bm: says(`
      dɛmɛ | dɛmɛn | ka dɛmɛ | n dɛmɛ | aw ye n dɛmɛ | i ka n dɛmɛ | n bɛ dɛmɛ fɛ | n b'a fɛ ka dɛmɛ sɔrɔ`),
  },
  language: {
    fr: says(`
      langue | lang | langues | la langue | changer de langue | changer la langue | choisir la langue | language
      | changer langue | changez la langue | changez de langue | choisir langue | autre langue`),
    bm: says(`
      kan | kanw | kan sugandi | ka kan sugandi | kan yɛlɛma | ka kan yɛlɛma | kan falen | ka kan falen`),
  },
  stop: {
    fr: says(`
      stop | stope | stopper | arrêt | arrêter | arrête | arrêtez | j'arrête | arrêter tout | tout arrêter |
      arrête tout | arrêtez tout | stop à tout | arrêter les messages | arrêtez les messages | arrête les
      messages | arrêtez de m’écrire | arrête de m’écrire | plus de messages | plus de message | ne plus
      recevoir | ne plus recevoir de messages | ne m’écrivez plus | ne m’écris plus | désabonner | me
      désabonner | désabonnement | désabonnez-moi | désinscrire | me désinscrire | désinscription |
      désinscrivez-moi | se désabonner | se désinscrire | unsubscribe | arrêter les sms | arrêtez les sms
      | je ne veux plus recevoir de messages | je veux plus de messages | je ne veux plus de messages |
      laissez-moi tranquille | laisse-moi tranquille | stop sms | stop messages | stop les messages`),
    bm: says(`
      a dabila | a dabla | dabila | ka dabila | k'a dabila | aw k'a dabila | i k'a dabila | n b'a dabila | n b'a fɛ
      k'a dabila | bɛɛ dabila | ka bɛɛ dabila | a bɛɛ dabila | a jɔ | a dabila sa | aw ye a dabila | a ye a dabila |
      cikanw dabila`),
  },
  news: {
    fr: says(`
      nouvelles | les nouvelles | actualités | actualité | actus | actu | infos | info | nouvelles de la paix |
      news | les infos | les actualités | quoi de neuf | koi de neuf | dernières nouvelles | les dernières
      nouvelles`),
    bm: says(`
      kibaruya | kibaruyaw | kibaru | kibaruw | kunnafoni | kunnafoniw | kibaruya kura | kunnafoni kura |
      bɛn kibaruya`),
  },
  survey: {
    fr: says(`
      sondage | sondages | sondaj | le sondage | enquête | faire le sondage | répondre au sondage |
      questionnaire | participer au sondage | participer à l'enquête`),
    bm: says('ɲininkali | ɲininkaliw | ka ɲininkali kɛ | ɲininiw | ɲininkali kɛ'),
  },
  volunteer: {
    fr: says(`
      volontaire | volontaires | volontariat | bénévole | bénévolat | devenir volontaire | être volontaire
      | inscription volontaire | inscription des volontaires`),
    bm: says('yɛrɛbɔ | yɛrɛbɔw | wɔlɔntɛri | wɔlɔntɛriw'),
  },
  events: {
    fr: says(`
      activités | activité | les activités | événements | événement | évènements | évènement | agenda |
      calendrier | prochaines activités | activités prochaines`),
    // No reviewed term yet: *ko* is the glossary's "événement" but means any matter; these are its gatherings.
    bm: says('ɲɔgɔnyew | ɲɔgɔnye | ɲɔgɔnkunbɛnw | ɲɔgɔnkunbɛn | lajɛw | lajɛ | aktivitew'),
  },
  check: {
    fr: says(`
      vérif | vérifier | vérifie | vérifiez | vérification | rumeur | rumeurs | une rumeur | c'est vrai |
      est-ce vrai | est-ce que c'est vrai | vrai ou faux | fake news | c vrai | est-ce que c vrai | c'est
      vrai ça | c'est vrai ou faux`),
    bm: says(`
      sɛgɛsɛgɛ | ka sɛgɛsɛgɛ | k'a sɛgɛsɛgɛ | a sɛgɛsɛgɛ | bɔlɔnfɛkuma | ŋunuŋunukuma | tiɲɛ don wa | tiɲɛ
      wa`),
  },
  report: {
    fr: says(`
      signaler | signale | signalement | faire un signalement | signaler un incident | signaler un
      problème | signaler une attaque | signaler un danger | signaler quelque chose | alerter | alerte`),
    bm: says(`
      lase | ka lase | k'a lase | a lase | lasɔmi | ka lasɔmi | lasɔmini | gɛlɛya lase | ka gɛlɛya lase`),
  },
  my_data: {
    fr: says(`
      mes données | données | mes données personnelles | données personnelles | mes informations | voir
      mes données | my data | mes infos | que savez-vous de moi | que savez-vous sur moi`),
    bm: says(`
      n kunnafoniw | n ka kunnafoniw | n yɛrɛ kunnafoniw | n yɛrɛ ka kunnafoniw | ne ka kunnafoniw | ne
      kunnafoniw`),
  },
  erase: {
    fr: says(`
      effacer | efface | effacez | effacer tout | tout effacer | effacer mes données | effacez mes données
      | efface mes données | supprimer | supprimer mes données | supprimez mes données | supprimer mes
      informations | supprimer mon compte | supprimer tout | tout supprimer | oubliez-moi | oublie-moi |
      effacer mon compte`),
    bm: says(`
      jɔsi | ka jɔsi | a jɔsi | k'a jɔsi | bɛɛ jɔsi | ka bɛɛ jɔsi | n kunnafoniw jɔsi | n ka kunnafoniw
      jɔsi | ka n ka kunnafoniw jɔsi | aw ye n kunnafoniw jɔsi`),
  },
};
