import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Names shown of each list. */
const SHOWN = 30;

/** Node arguments that write a CPU profile when the process ends. */
export function profileTo(folder, name) {
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}.cpuprofile`];
}

/** The largest costs of a row's profile: by package or room, and by function (self time). */
export async function summariseProfiles(folder, row) {
  await mkdir(folder, { recursive: true });
  const files = (await readdir(folder)).filter(
    (file) => file.startsWith(row) && file.endsWith('.cpuprofile'),
  );
  const summaries = await Promise.all(
    files.map(async (file) => summary(JSON.parse(await readFile(path.join(folder, file), 'utf8')))),
  );
  return files.map((file, index) => `${path.join(folder, file)}\n${summaries[index]}`).join('\n');
}

function summary({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = parentsOf(nodes);
  const rooms = new Map();
  const callers = new Map();
  const functions = new Map();
  let busy = 0;
  samples.forEach((id, index) => {
    const { functionName, url, lineNumber } = byId.get(id).callFrame;
    if (functionName === '(idle)') return;
    const time = timeDeltas[index];
    busy += time;
    add(rooms, roomOf(url, functionName), time);
    add(callers, ownCaller(byId.get(id), parents), time);
    add(functions, `${functionName || '(anonymous)'} ${placeOf(url, lineNumber)}`, time);
  });
  const list = (costs) =>
    [...costs]
      .sort(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([name, time]) => `  ${((100 * time) / busy).toFixed(1).padStart(5)} %  ${name}`)
      .join('\n');
  return `by room or package, of ${(busy / 1e6).toFixed(1)} s busy:\n${list(rooms)}\nby our function, with what it calls elsewhere:\n${list(callers)}\nby function, itself alone:\n${list(functions)}`;
}

function parentsOf(nodes) {
  return new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])));
}

/** The nearest function of our own up the stack. */
function ownCaller(node, parents) {
  for (let at = node; at !== undefined; at = parents.get(at.id)) {
    const { url, functionName, lineNumber } = at.callFrame;
    if (url.includes('/dist/') && !url.includes('/node_modules/'))
      return `${functionName || '(anonymous)'} ${placeOf(url, lineNumber)}`;
  }
  let top = node;
  for (let at = node; parents.has(at.id); at = parents.get(at.id)) top = at;
  return `none of ours: ${top.callFrame.functionName || '(anonymous)'} ${placeOf(top.callFrame.url, top.callFrame.lineNumber)}`;
}

const add = (costs, name, time) => costs.set(name, (costs.get(name) ?? 0) + time);

function roomOf(url, functionName) {
  if (url === '') return functionName.startsWith('(') ? functionName : '(native)';
  const packages = url.split('/node_modules/');
  if (packages.length > 1) {
    const [scope, name] = packages.at(-1).split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  return url.startsWith('node:') ? url : (/\/dist\/(.+)\/[^/]+$/.exec(url)?.[1] ?? url);
}

const placeOf = (url, line) =>
  url === '' ? '' : `${url.replace(/^.*\/(node_modules|dist)\//, '')}:${line + 1}`;
