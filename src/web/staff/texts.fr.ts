import type { StaffLang } from '../kit/index.ts';
import { PASSWORD_SHORTEST, type PasswordFault } from './password.ts';
import type { Role } from './ports.ts';

const TOO_LARGE =
  'Le fichier est trop lourd. Enregistrez plus court, ou en Ogg Opus (le plus léger), puis réessayez.';

/** About files, by what the frame or the media store refuses. */
const FILE_WORDS = {
  file_too_large: TOO_LARGE,
  media_too_large: TOO_LARGE,
  file_type: 'Ce type de fichier n’est pas pris ici. Regardez sous le champ lesquels le sont.',
  file_cut: 'L’envoi n’est pas arrivé en entier. Réessayez.',
  media_type: 'Il faut un enregistrement en Ogg Opus (.ogg, .opus), MP3 ou M4A.',
  media_mismatch:
    'Le fichier n’est pas ce que dit son nom, ou il est abîmé. Enregistrez-le ou convertissez-le à nouveau.',
  media_empty: 'Le fichier est vide.',
  media_tells_where:
    'L’enregistrement porte le lieu où il a été fait, ou une image. Enregistrez-le sans ces détails.',
};

/** Every word of the staff frame, in French. */
export const STAFF_FR = {
  lang: 'fr' as StaffLang,
  roles: {
    admin: 'Administration',
    editor: 'Rédaction',
    verifier: 'Vérification',
    organiser: 'Organisation',
    analyst: 'Analyse',
    coordinator: 'Coordination',
    viewer: 'Lecture seule',
  } satisfies Record<Role, string> as Readonly<Record<Role, string>>,
  fields: {
    email: 'Adresse e-mail',
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le verront.',
    password: 'Mot de passe',
    newPasswordHint: `Au moins ${String(PASSWORD_SHORTEST)} caractères. Une phrase de quatre ou cinq mots sans rapport entre eux convient très bien.`,
    code: 'Code à six chiffres',
    codeHint: 'Dans votre application d’authentification ; il change toutes les 30 secondes.',
  },
  signIn: {
    title: 'Se connecter',
    lead: 'Espace de l’équipe.',
    submit: 'Se connecter',
    wrong:
      'Ces identifiants ne permettent pas d’entrer. Vérifiez l’adresse, le mot de passe et le code, puis réessayez avec un nouveau code.',
    lost: 'Mot de passe ou téléphone perdu ? Une personne de l’administration peut réinitialiser votre accès.',
    signedOut: 'Vous êtes déconnecté.',
    firstRun:
      'Il n’y a encore aucun compte. Ouvrez le lien à usage unique affiché dans le terminal au démarrage.',
  },
  setup: {
    title: 'Premier compte',
    lead: 'Ce lien crée le compte d’administration. Il ne sert qu’une fois.',
    submit: 'Continuer',
    stepOne: 'Étape 1 sur 2',
    stepTwo: 'Étape 2 sur 2',
    scanTitle: 'Second facteur',
    scanLead:
      'Le mot de passe ne suffit pas : un code sur votre téléphone protège aussi les personnes qui nous écrivent.',
    scan: 'Dans une application d’authentification (Aegis, FreeOTP, Google Authenticator…), ajoutez un compte en scannant cette image :',
    scanAlt: 'Code QR du second facteur ; le même secret est écrit en dessous.',
    type: 'Ou tapez ce secret :',
    confirm: 'Tapez ensuite le code que l’application affiche.',
    confirmSubmit: 'Créer le compte',
    wrongCode: 'Ce code ne convient pas. Attendez le suivant ; vérifiez aussi l’heure du téléphone.',
    badEmail: 'Ce n’est pas une adresse e-mail ; attendu : nom@exemple.org.',
    badName: 'Indiquez un nom de 1 à 80 caractères.',
    password: {
      too_short: `Trop court : au moins ${String(PASSWORD_SHORTEST)} caractères.`,
      too_long: 'Trop long : au plus 1 000 caractères.',
      predictable:
        'Trop facile à deviner : il est fait de mots courants, de noms d’ici ou de votre adresse. Choisissez des mots sans rapport entre eux.',
    } satisfies Record<PasswordFault, string> as Readonly<Record<PasswordFault, string>>,
  },
  overview: {
    nav: 'Vue d’ensemble',
  },
  errors: {
    back: 'Revenir à la vue d’ensemble',
    signIn: 'Se connecter',
    reference: 'Référence à communiquer :',
    titles: {
      400: 'Demande incomprise',
      401: 'Connexion nécessaire',
      403: 'Accès refusé',
      404: 'Page introuvable',
      405: 'Action impossible ici',
      409: 'Déjà fait entre-temps',
      413: 'Envoi trop volumineux',
      415: 'Format non accepté',
      429: 'Trop de tentatives',
      500: 'Une erreur de notre côté',
      503: 'Momentanément indisponible',
    },
    advice: {
      400: 'Un champ manque ou n’a pas la forme attendue. Revenez en arrière et réessayez.',
      401: 'Votre session est terminée, ou vous n’êtes pas connecté.',
      403: 'Votre rôle n’ouvre pas cette page, ou la demande ne vient pas de nos pages.',
      404: 'Cette page n’existe pas ou n’existe plus.',
      405: 'Cette adresse existe, mais pas pour cette action.',
      409: 'Quelqu’un d’autre a été plus rapide. Rechargez la page pour voir où en sont les choses.',
      413: 'Raccourcissez le texte et réessayez.',
      415: 'Utilisez le formulaire de la page.',
      429: 'Patientez un peu, puis réessayez. Votre compte n’est pas bloqué.',
      500: 'Rien n’est perdu de votre côté. Réessayez ; si cela recommence, signalez-le avec la référence.',
      503: 'La base de données ne répond pas ou le service est très sollicité. Réessayez dans quelques secondes.',
    },
    codes: {
      setup_closed:
        'Ce lien a déjà servi, a expiré ou n’est pas le bon. S’il n’y a pas encore de compte, redémarrez Benkan : un nouveau lien s’affichera dans le terminal.',
      setup_taken: 'Quelqu’un d’autre vient de créer le premier compte avec ce lien.',
      unknown_language: 'Le site ne parle pas cette langue. Choisissez-en une au bas de la page.',
      key_first:
        'Votre rôle demande une clé de sécurité. Enregistrez-en une à la page « Mon compte », puis revenez.',
      confirm_first: 'La session est restée inactive. Ouvrez la page à nouveau et confirmez qui vous êtes.',
      no_keys_here:
        'Les clés de sécurité ne fonctionnent qu’à une adresse https avec un nom. Utilisez le code à six chiffres.',
      wrong_origin:
        'La demande ne vient pas de nos pages. Ouvrez le site à son adresse habituelle et réessayez.',
      ...FILE_WORDS,
    } as Readonly<Record<string, string>>,
  },
};

export type StaffTexts = typeof STAFF_FR;
