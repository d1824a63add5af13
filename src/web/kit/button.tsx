import type { ComponentChildren, VNode } from 'preact';

interface ButtonProps {
  /** `main` once a form; `danger` for what destroys. */
  look?: 'main' | 'quiet' | 'danger';
  name?: string;
  value?: string;
  children: ComponentChildren;
}

/** Submits its form. */
export function Button({ look = 'main', name, value, children }: ButtonProps): VNode {
  return (
    <button class={`button button-${look}`} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({ href, look = 'main', children }: ButtonProps & { href: string }): VNode {
  return (
    <a class={`button button-${look}`} href={href}>
      {children}
    </a>
  );
}
