/** Where streams are refused, or taken over by a newer tab, the part is looked at this often. */
const SLOWLY_MS = 30_000;

/**
 * Has `part` fetched again when its stream says that there is news; the stream says nothing else. A page nobody sees
 * listens to nothing: it would cost a stream, and data.
 */
export function listenFor(part: HTMLElement): void {
  let source: EventSource | undefined;
  let slowly: number | undefined;
  const look = (): void => {
    part.dispatchEvent(new CustomEvent('news'));
  };
  const close = (): void => {
    source?.close();
    source = undefined;
    clearInterval(slowly);
    slowly = undefined;
  };
  const lookSlowly = (): void => {
    close();
    slowly = setInterval(look, SLOWLY_MS);
  };
  const open = (): void => {
    close();
    // What the part has seen is written on it, and written anew with each fetch.
    source = new EventSource(part.dataset['live'] ?? '');
    source.addEventListener('changed', look);
    source.addEventListener('moved', lookSlowly);
    source.addEventListener('over', leave);
    source.addEventListener('error', () => {
      // While it is connecting the browser tries again by itself. Why it was refused for good, the page's part tells.
      if (source?.readyState !== EventSource.CLOSED) return;
      lookSlowly();
      look();
    });
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  part.addEventListener('htmx:response:error', (event) => {
    if (statusOf(event) === 401) leave();
  });
  open();
}

/** The session is over: what stands here is nobody's to see any more, and the same address asks to sign in. */
const leave = (): void => location.reload();

const statusOf = (event: Event): number | undefined =>
  (event as CustomEvent<{ ctx?: { response?: { status?: number } } }>).detail.ctx?.response?.status;
