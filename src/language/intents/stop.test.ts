import { describe, expect, it } from '@jest/globals';
import { intentReader } from './read-intent.ts';

/** As people have typed it, or would. */
const STOPS =
  `stop|STOP|Stop|stop.|Stop !|STOP!!!|« stop »|*stop*|stop 🙏|🛑 stop|stopp|stoop|sstop|s\u200btop|ＳＴＯＰ|/stop|/stop@benkan_bot
stop svp|stop s'il vous plaît|svp stop|stop stop|STOP MERCI|stop maintenant|je veux stop|stopper|stoper
arrêter|arreter|ARRÊTER|arrêté|arrêtez|arretez|arrête|arrete|Arrête !|arrêt|aretez|arêter|arrèter|j'arrête|jarrete|j’arrete|tout arrêter|arrêter tout
je veux arrêter|je voudrais arrêter svp|arrêtez s'il te plaît|arrêter les messages|plus de messages|plus de message|ne m'écrivez plus|ne mecrivez plus
ne plus recevoir|désabonner|desabonner|me désabonner|désabonnement|désinscrire|desinscription|désinscrivez-moi|unsubscribe|desabonement
a dabila|A DABILA|adabila|à dabila|a dàbila|a  dabila!|dabila|ka dabila|k'a dabila|k’a dabila|aw k'a dabila|a dabila sabali|sabali a dabila
a bɛɛ dabila|bɛɛ dabila|bèè dabila|be dabila|n b'a fɛ ka dabila|n b'a fɛ k'a dabila|n ba fe ka dabila|a jɔ|a jo|a djo|a dabilla|a dabilaa`.split(
    /[|\n]/u,
  );

describe('T8: stop in both languages and any spelling', () => {
  it('has at least sixty spellings', () => {
    expect(new Set(STOPS).size).toBeGreaterThanOrEqual(60);
  });

  it.each(STOPS)('%s', (spelling) => {
    expect(intentReader.intent(spelling)).toEqual({ kind: 'one', intent: 'stop' });
  });
});
