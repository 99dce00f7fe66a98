import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly next: string;
  /** The one thing to do here. */
  readonly children?: ReactNode;
}

/** An empty state: what it is, and what to do next. */
export function EmptyState({ icon, title, next, children }: EmptyStateProps) {
  return (
    <>
      <section className="empty" role="status">
        {icon && <span className="empty-icon">{icon}</span>}
        <h2>{title}</h2>
        <p className="quiet">{next}</p>
      </section>
      {children && <div className="empty-action">{children}</div>}
    </>
  );
}
