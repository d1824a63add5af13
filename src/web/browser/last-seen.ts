// Has this device keep the public pages it has read, for when there is no network. Each part of the site is kept for
// itself (`/updates`, `/results` …), so that neither the chat nor the staff site is ever under the worker's eyes.
if ('serviceWorker' in navigator) {
  const [, part = ''] = location.pathname.split('/');
  const { serviceWorker } = navigator;
  const register = async (): Promise<void> => {
    const { active, installing, waiting } = await serviceWorker.register('/last-seen-worker.js', {
      scope: `/${part}`,
    });
    if (serviceWorker.controller !== null || part === '') return;
    // It came too late to see this page pass.
    const styles = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
    const keep = [location.href, ...Array.from(styles, ({ href }) => href)];
    (active ?? installing ?? waiting)?.postMessage({ keep });
  };
  // A browser that refuses (a private window, a full device) shows the page all the same.
  if (part !== '') addEventListener('load', () => void register().catch(() => undefined));
}
