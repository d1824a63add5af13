/** `12 s`, `1 min 05 s`. */
export function lengthWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const rest = whole % 60;
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${rest < 10 ? '0' : ''}${rest} s`;
}

export const weightWords = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} ko`;
