import type { GlobalIntent } from '../../domain/language.ts';
import { type Said, says } from './said.ts';

/** What a citizen types to go somewhere, at any step. */
export const GLOBAL_WORDS: Readonly<Record<GlobalIntent, Said>> = {
  menu: {
    fr: says(`
      menu | menus | menu principal | accueil | acceuil | page d'accueil | commencer | démarrer | start | recommencer |
      [retour,revenir,aller] au menu | [retour,revenir] à l'accueil`),
    bm: says('soba | ka daminɛ | a daminɛ | daminɛ'),
  },
  help: {
    fr: says(`
      aide | [aider,aide,aidez]-[moi,nous] | aider | à l'aide | [,j'ai ]besoin d'[,une ]aide | besoin aide | de l'aide |
      help | help me | comment ça marche | je suis [perdu,perdue] | au secours`),
    bm: says(`
      dɛmɛ | dɛmɛn | ka dɛmɛ | n dɛmɛ | dɛmɛ n na | [aw ye,aw ka,i ka] n dɛmɛ | n bɛ dɛmɛ fɛ | n b'a fɛ ka dɛmɛ sɔrɔ`),
  },
  language: {
    fr: says(`
      langue | lang | langues | language | [changer,changez,choisir,choix] [,de ,la ,une ,ma ,de la ]langue |
      changement de langue`),
    bm: says('kan | kanw | [,ka ]kan [sugandi,yɛlɛma,falen]'),
  },
  stop: {
    fr: says(`
      stop | stope | stopper | stoppez | arrêt | arrêter | arrête | arrêtez | j'arrête | cessez | stop à tout |
      [arrêter,arrête,arrêtez,stop,stoppez] [tout,ça,tout ça,moi ça] | tout arrêter |
      [arrêter,arrête,arrêtez,stop,stoppez,cessez] [,les ,ces ,vos ][messages,message,sms] |
      [arrêter,arrête,arrêtez,cessez] de m'écrire | [arrêter,arrête,arrêtez] d'envoyer |
      [arrêter,arrête,arrêtez,cessez] [d'envoyer,de m'envoyer] [des,les,ces,vos] [messages,sms] |
      plus de [messages,message,sms] | ne m'[écrivez,écris] plus | [ne m'envoyez,n'envoyez] plus [,rien,de messages,de sms] |
      ne plus recevoir [,de messages,de sms] | je [,ne ]veux plus [,recevoir ][de,ces,vos] [messages,sms] |
      [,me ,se ,je me ][désabonner,désabonne,désinscrire,désinscris] | [désabonnez,désinscrivez]-moi | désabonnement |
      désinscription | unsubscribe | [laissez,laisse]-moi tranquille`),
    bm: says(`
      dabila | a dabla | a jɔ | a dabila [sa,dɛ] | [,k',aw k',i k',n b',n b'a fɛ k']a dabila | [ka,i ka,aw ka] dabila |
      [,ka ,a ]bɛɛ dabila | [aw ye,a ye,i ye] a dabila | cikanw dabila | [aw k',i k']a jɔ`),
  },
  news: {
    fr: says(`
      [,les ,quelles ,dernières ,les dernières ][nouvelles,infos,actualités,actus] | actualité | actu | info |
      quelles sont les [nouvelles,actualités] | [nouvelles,infos] [de,sur] la paix | news | [quoi,koi] de [neuf,nouveau]`),
    bm: says(`
      [kibaruya,kibaru,kunnafoni][,w] | [kibaruya,kibaru,kunnafoni] [kura,kuraw] | bɛn [kibaruya,kibaruyaw]`),
  },
  survey: {
    fr: says(`
      sondage | sondages | sondaj | enquête | questionnaire | faire l'enquête |
      [faire,commencer] [le,un] [sondage,questionnaire] | [participer,je participe] [,à un ,au ]sondage |
      [répondre,je réponds] [,à un ,au ][sondage,questionnaire] | participer à l'enquête | répondre à l'enquête`),
    bm: says('ɲininkali | ɲininkaliw | [,ka ]ɲininkali kɛ | ɲininiw'),
  },
  volunteer: {
    fr: says(`
      [volontaire,bénévole][,s] | volontariat | bénévolat | [devenir,être,je suis,comment devenir] [volontaire,bénévole] |
      [m'inscrire,s'inscrire,je m'inscris] [,comme ][volontaire,bénévole] |
      inscription [,des ,comme ][volontaire,volontaires,bénévole,bénévoles]`),
    bm: says('yɛrɛbɔ | yɛrɛbɔw | wɔlɔntɛri | wɔlɔntɛriw'),
  },
  events: {
    fr: says(`
      [activité,événement,évènement][,s] | agenda | calendrier | [prochaine,prochaines] [activité,activités] |
      [prochain,prochains] [événement,événements] | [activités,événements] [prochaines,prochains,à venir] |
      [quelles activités,quels événements]`),
    // No reviewed term yet: *ko* is the glossary's "événement" but means any matter; these are its gatherings.
    bm: says('[ɲɔgɔnye,ɲɔgɔnkunbɛn,lajɛ][,w] | aktivitew'),
  },
  check: {
    fr: says(`
      vérif | vérifier | vérifie | vérifiez | vérification | rumeur | rumeurs | une rumeur | fake news |
      [vérifier,vérif,vérifiez] [,une ,la ,cette ][rumeur,info,information] | [c'est,est-ce,est-ce que c'est] vrai |
      c'est vrai [ça,ou faux,ou pas] | vrai ou [faux,pas] | [c,est-ce que c,cest] vrai | c vrai ou faux`),
    bm: says(`
      [,ka ,a ,k'a ]sɛgɛsɛgɛ | bɔlɔnfɛkuma | ŋunuŋunukuma | tiɲɛ don wa | tiɲɛ wa`),
  },
  report: {
    fr: says(`
      signaler | signale | je signale | signalement | faire un signalement | alerter | alerte |
      signaler [un,une] [incident,problème,danger,vol,attaque,bagarre,accident] |
      [,j'ai ]quelque chose à signaler | signaler quelque chose`),
    bm: says(`[,ka ,a ,k'a ]lase | [,ka ]lasɔmi | lasɔmini | [,ka ]gɛlɛya lase | n b'a fɛ ka lase`),
  },
  my_data: {
    fr: says(`
      [,mes ,les ]données | [,mes ]données personnelles | mes [informations,infos] | mes informations personnelles |
      quelles sont mes [données,informations] | voir mes données | my data | que savez-vous [de,sur] moi`),
    bm: says('[n,n ka,n yɛrɛ,n yɛrɛ ka,ne,ne ka,ne yɛrɛ] kunnafoniw'),
  },
  erase: {
    fr: says(`
      effacer | efface | effacez | supprimer | supprime | supprimez | tout [effacer,supprimer] |
      [effacer,efface,effacez,supprimer,supprime,supprimez] [tout,mon compte] | [effacez,supprimez,oubliez,oublie]-moi |
      [effacer,efface,effacez,supprimer,supprime,supprimez] [mes,toutes mes] [données,informations,infos]`),
    bm: says(`
      [,ka ,a ,k'a ,bɛɛ ,ka bɛɛ ,a bɛɛ ]jɔsi | [,ka ,aw ye ][n,n ka] kunnafoniw jɔsi`),
  },
};
