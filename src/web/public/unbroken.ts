/** French sets a space within « » and before ? ! : ; — it must not be the place where a line ends. */
export const unbroken = (text: string): string =>
  text.replace(/« /g, '«\u00a0').replace(/ ([»?!:;])/g, '\u00a0$1');
