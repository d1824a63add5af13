import type { VNode } from 'preact';
import { Document } from '../../kit/index.ts';
import type { Door } from '../openapi/door.ts';
import { DoorSection, idOf, Method } from './door-section.tsx';
import { docsStyles } from './styles.ts';

/** The description as a page: the same doors, for people. */
export function DocsPage({ doors }: { doors: readonly Door[] }): VNode {
  const tags = [...new Set(doors.map(({ tag }) => tag))];
  const sorted = tags.flatMap((tag) => doors.filter((door) => door.tag === tag));
  return (
    <Document title="API · Benkan" lang="en" styles={[docsStyles]}>
      <a class="skip" href="#contents">
        Skip to the doors
      </a>
      <main class="docs">
        <header>
          <p class="brand">Benkan</p>
          <h1>Doors for programs</h1>
          <p class="lead">
            Every door, what it takes and every status it answers with. The same for machines:{' '}
            <a href="/openapi.json">openapi.json</a>. Refusals are problem documents (RFC 9457); their{' '}
            <code>code</code> is stable.
          </p>
        </header>
        <nav id="contents" aria-label="Doors" tabIndex={-1}>
          <ul class="docs-contents">
            {sorted.map((door) => (
              <li key={idOf(door)}>
                <Method method={door.method} />{' '}
                <a href={`#${idOf(door)}`}>
                  <span class="unseen">{door.method} </span>
                  <code>{door.path}</code>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {tags.map((tag) => (
          <section key={tag} aria-label={tag}>
            <h2>{tag}</h2>
            {doors
              .filter((door) => door.tag === tag)
              .map((door) => (
                <DoorSection key={idOf(door)} door={door} />
              ))}
          </section>
        ))}
      </main>
    </Document>
  );
}
