/** Words of the frame about security keys and about saying again who one is, in French. */
export const KEYS_FR = {
  signIn: 'Se connecter avec une clé de sécurité',
  signInHint: 'Au lieu du code : tapez l’adresse et le mot de passe, puis touchez ce bouton.',
  waiting: 'Suivez ce que dit le navigateur : touchez la clé, ou déverrouillez l’appareil.',
  failed: 'La clé n’a pas répondu, ou ce n’est pas la bonne. Réessayez.',
  due: (until: string) =>
    `Votre rôle demande une clé de sécurité. Enregistrez-en une avant le ${until} ; après, plus aucune page ne s’ouvre sans elle.`,
  dueLink: 'Enregistrer une clé',
  confirm: {
    title: 'C’est bien vous ?',
    leads: {
      password:
        'Vous n’avez rien fait ici depuis un moment, et cette page montre des choses confidentielles. Dites à nouveau qui vous êtes.',
      code: 'Ce que vous allez faire touche à votre accès. Confirmez avec votre mot de passe et un nouveau code.',
      key: 'Ce que vous allez faire demande votre clé de sécurité.',
    },
    kept: 'Ce que vous avez écrit est gardé ; rien ne sera perdu.',
    fileLost: 'Le fichier choisi n’a pas été envoyé : choisissez-le à nouveau ensuite.',
    withKey: 'Utiliser ma clé de sécurité',
    needsScript:
      'Une clé de sécurité ne fonctionne qu’avec JavaScript. Ouvrez cette page dans un navigateur qui l’autorise.',
    submit: 'Confirmer',
    wrong: 'Ce n’est pas cela. Réessayez ; s’il s’agit du code, attendez le suivant.',
    cancel: 'Revenir à la vue d’ensemble',
  },
  resume: {
    expired: 'Votre session était terminée. Connectez-vous : ce que vous avez écrit est gardé.',
    title: 'Envoyer ce que vous aviez écrit',
    lead: 'Votre texte est encore là. Rien n’est encore envoyé.',
    goOn: 'Continuer',
    submit: 'Envoyer',
    drop: 'Ne pas envoyer',
  },
};
