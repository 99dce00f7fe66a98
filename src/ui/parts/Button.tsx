import type { ReactNode } from 'react';

interface ButtonProps {
  readonly appearance?: 'primary' | 'subtle';
  readonly children: ReactNode;
  readonly onClick: () => void;
}

/** A button that needs no Fluent, for what is drawn before Fluent is loaded, or when its code does not load. */
export function Button({ appearance, children, onClick }: ButtonProps) {
  return (
    <button type="button" className={`button ${appearance ?? ''}`} onClick={onClick}>
      {children}
    </button>
  );
}
