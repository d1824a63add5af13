/** The floor: nothing is done but writing our session of three answers to JSON and reading it back, six times a survey. */
export async function open() {
  let state = JSON.stringify({
    session: {
      v: 1,
      frames: [
        {
          sid: 'n0nce-n0nce',
          flow: 'sondage-paix',
          hash: '0123456789abcdef',
          step: 'lieu',
          tries: 0,
          answers: { priorite: 'eau', age: 23, idee: 'Parler avec les voisins' },
          vars: {},
        },
      ],
      answered: { sid: 'n0nce-n0nce', step: 'idee', at: 1_768_435_200_000 },
    },
    profile: { lang: 'fr', consents: { base: 1 }, stopped: false, fields: {} },
  });
  return () => {
    for (let turn = 0; turn < 6; turn += 1) state = JSON.stringify(JSON.parse(state));
    return 6;
  };
}
