import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './dockerfile.ts';

const words = z.array(z.string());
const service = z.strictObject({
  image: z.string(),
  build: z.literal('.').optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: words.optional(),
  cap_drop: words.optional(),
  security_opt: words.optional(),
  user: z.string().optional(),
  restart: z.enum(['unless-stopped', 'on-failure']).optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
  profiles: words.optional(),
  network_mode: z.string().optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
    )
    .default({}),
  ports: words.default([]),
  volumes: words.default([]),
  environment: z.record(z.string(), z.string()).default({}),
  entrypoint: words.optional(),
  command: words.optional(),
  healthcheck: z
    .strictObject({
      test: words,
      interval: z.string(),
      timeout: z.string(),
      start_period: z.string(),
      retries: z.number().int(),
    })
    .optional(),
});
const composeFile = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});
export type Service = z.output<typeof service>;

/** compose.yaml as written; keys that Docker Compose would take and we do not use are refused, and so are mistyped ones. */
export function readCompose(): z.output<typeof composeFile> {
  const text = readFileSync(path.join(ROOT, 'compose.yaml'), 'utf8');
  return composeFile.parse(parse(text, { merge: true, strict: true }));
}

/** Puts the operator's settings in, as Docker Compose does: `${X:?why}` refuses, `${X:-else}` falls back, `$$` is a `$`. */
export function interpolated(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$(?:\$|\{(\w+)(?::([?-])([^}]*))?\})/g,
    (whole: string, name?: string, kind?: string, rest: string = ''): string => {
      if (whole === '$$') return '$';
      const value = env[name ?? ''] ?? '';
      if (value !== '' || kind === '-') return value === '' ? rest : value;
      throw new Error(kind === '?' ? `${name ?? ''}: ${rest}` : `${whole} has no value`);
    },
  );
}

/** A service's environment with the operator's settings in it. */
export const environmentIn = ({ environment }: Service, env: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, interpolated(value, env)]));

/** The settings an operator writes, as the README's Deploy section shows them. */
export function settingsOfReadme(): Record<string, string> {
  const deploy = readFileSync(path.join(ROOT, 'README.md'), 'utf8').split(/^## /m).find(isDeploy) ?? '';
  const block = /cat > \.env <<EOF\n(.*?)\nEOF/s.exec(deploy)?.[1] ?? '';
  return Object.fromEntries(
    block.split('\n').map((line) => {
      const [name = '', value = ''] = line.split(/=(.*)/s, 2);
      const bytes = /^\$\(openssl rand -hex (\d+)\)$/.exec(value)?.[1];
      return [name, bytes === undefined ? value : 'ab'.repeat(Number(bytes))];
    }),
  );
}

const isDeploy = (section: string): boolean => section.startsWith('Deploy\n');
