/** A second signal does not wait for what the first one asked for. */
const EXIT_ON_SECOND_SIGNAL = 130;

/** Aborted at the first SIGTERM or SIGINT, so that long work ends in order. */
export function stoppedBySignal(): AbortSignal {
  const stopping = new AbortController();
  const heard = (): void => {
    if (stopping.signal.aborted) process.exit(EXIT_ON_SECOND_SIGNAL);
    stopping.abort();
  };
  process.on('SIGTERM', heard);
  process.on('SIGINT', heard);
  return stopping.signal;
}
