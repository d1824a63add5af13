/** The words of the page on which the campaign's phone is linked, in French. */
export const LINK_FR = {
  title: 'Liaison WhatsApp',
  menu: 'WhatsApp',
  about: 'Relier le téléphone de la campagne, et voir s’il l’est.',
  lead: 'Le numéro ordinaire de la campagne, relié comme WhatsApp Web. Il répond seulement : aucun envoi groupé n’y passe, sinon WhatsApp ferme le numéro.',
  off: 'Cette liaison n’est pas en service.',
  offHow:
    'Pour la mettre en service, la personne qui exploite le serveur règle WHATSAPP_DRIVER=web (ou both, à côté de l’API officielle) et redémarre Benkan.',
  states: {
    no_chromium: 'Chromium manque',
    starting: 'Démarrage…',
    waiting: 'En attente du téléphone',
    pairing: 'Liaison en cours…',
    ready: 'Relié',
    unlinked: 'Plus relié',
    away: 'Interrompu',
  },
  chromiumHow:
    'Chromium n’a pas été trouvé sur le serveur. Installez-le (Debian : apt-get install chromium) ou indiquez son chemin par CHROMIUM_PATH. On regarde de nouveau toutes les trente secondes.',
  startingHow: 'La page de WhatsApp se charge ; sur une liaison lente, cela prend quelques minutes.',
  steps: [
    'Sur le téléphone de la campagne, ouvrez WhatsApp.',
    'Menu ⋮, puis « Appareils connectés », puis « Connecter un appareil ».',
    'Visez ce code avec l’appareil photo.',
  ],
  codeAlt: 'Code QR à lire avec le téléphone de la campagne',
  codeWarning:
    'Ne montrez ce code à personne : qui le lit avec un autre téléphone fait parler Benkan avec un autre numéro.',
  pairingHow: 'Le code a été lu. WhatsApp transmet ses conversations ; laissez le téléphone allumé.',
  readyHow: (account: string): string =>
    `Le numéro +${account} est relié. Allumez ce téléphone au moins une fois tous les quatorze jours, sinon WhatsApp coupe la liaison.`,
  whyUnlinked: {
    logged_out:
      'La liaison a été coupée sur le téléphone ou par WhatsApp. Les réponses attendent ; rien n’est relié de nouveau sans vous.',
    banned:
      'WhatsApp a fermé ce numéro. Reliez un autre numéro, ou attendez sa réouverture ; entre-temps les réponses attendent.',
  },
  pairAgain: 'Relier de nouveau',
  pairAgainWhat:
    'L’ancienne liaison est effacée du serveur, et un nouveau code s’affiche. Si vous ne savez pas pourquoi elle a été coupée, regardez d’abord le téléphone.',
  awayHow: (seconds: number): string =>
    `Le programme qui tient la liaison s’est arrêté ; il redémarre dans ${String(seconds)} s au plus. Rien n’est perdu : les réponses attendent.`,
  codes: {
    no_sandbox:
      'Chromium refuse de démarrer sans bac à sable : lancez Benkan sous un utilisateur ordinaire ou, dans un conteneur à lui, avec CHROMIUM_ARGS=--no-sandbox.',
    chromium_failed: 'Chromium ne démarre pas. Essayez-le à la main, avec le même utilisateur.',
    no_network: 'web.whatsapp.com ne répond pas : vérifiez la connexion du serveur.',
    certificate: 'Le certificat de web.whatsapp.com n’est pas le bon : quelqu’un s’interpose peut-être.',
    profile_in_use: 'Un autre Chromium utilise cette liaison : arrêtez l’autre Benkan.',
    page_not_known: 'La page de WhatsApp a changé ou n’a pas fini de se charger.',
  } as Readonly<Record<string, string>>,
  code: (code: string): string => `Code : ${code}`,
  refresh: 'Cette page se met à jour toute seule.',
  look: 'Actualiser',
  notices: {
    unlinked: 'WhatsApp n’est plus relié : les réponses attendent.',
    no_chromium: 'WhatsApp : Chromium manque sur le serveur.',
  },
  noticeLink: 'Voir la liaison WhatsApp',
  linkedAlready: 'Il n’y a rien à relier : la liaison est en service, ou démarre déjà.',
};

export type LinkTexts = typeof LINK_FR;
