import type { ReactNode } from 'react';

// Drawn here, since the message screen is shown before Fluent's icons are loaded. They fill the box of their text.

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export function MailIcon() {
  return (
    <Icon>
      <rect x="2.5" y="5" width="19" height="14" rx="2.5" />
      <path d="m3 8.5 9 5 9-5" />
    </Icon>
  );
}

export function SeveralMailsIcon() {
  return (
    <Icon>
      <rect x="2.5" y="4" width="15.5" height="12" rx="2.5" />
      <path d="m3 7 7.25 4L17.5 7M7 19.5h11a3.5 3.5 0 0 0 3.5-3.5V8" />
    </Icon>
  );
}

export function PeopleIcon() {
  return (
    <Icon>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 19c0-3 2.5-4.5 6.5-4.5s6.5 1.5 6.5 4.5M15 4.9a3.5 3.5 0 0 1 0 6.2M17 14.7c2.9.4 4.5 1.8 4.5 4.3" />
    </Icon>
  );
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20c0-3.5 3-5 7.5-5s7.5 1.5 7.5 5" />
    </Icon>
  );
}

export function UnpluggedIcon() {
  return (
    <Icon>
      <path d="m3 21 3.5-3.5m11-11L21 3M9.5 11.5l-3 3a3.5 3.5 0 0 0 0 5l.5.5 4.5-4.5m3-3 3-3a3.5 3.5 0 0 0 0-5L17 4l-4.5 4.5M8 10l6 6m-3-9 6 6" />
    </Icon>
  );
}
