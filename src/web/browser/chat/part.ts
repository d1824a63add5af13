/** An element the server has put on the page. Missing means the script and the page are of two versions. */
export function part<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`#${id} is not on the page`);
}
