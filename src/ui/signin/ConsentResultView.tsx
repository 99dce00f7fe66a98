import { useEffect, useRef, type ReactNode } from 'react';
import type { ConsentResult } from '../../auth';
import type { PlainTextKey, Texts } from '../texts/texts';

/** What each permission of the consent page allows, in plain words. */
const permissionTexts = new Map<string, PlainTextKey>([
  ['User.Read', 'permission.User.Read'],
  ['User.ReadBasic.All', 'permission.User.ReadBasic.All'],
  ['Group.Read.All', 'permission.Group.Read.All'],
]);

interface ConsentResultViewProps {
  readonly result: ConsentResult;
  /** Opens the admin consent page again. */
  readonly consentUrl: string;
  readonly texts: Texts;
}

/** What was approved for which organization, or that it was not, and what to do next. */
export function ConsentResultView({ result, consentUrl, texts }: ConsentResultViewProps) {
  if (result.kind === 'refused') return <Refused code={result.code} consentUrl={consentUrl} texts={texts} />;
  return <Approved tenant={result.tenant} permissions={result.permissions} texts={texts} />;
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  // A screen reader that has read the page before it was drawn reads it from here.
  useEffect(() => root.current?.querySelector('h1')?.focus(), []);
  return (
    <div className="page" ref={root}>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
  );
}

interface ApprovedProps {
  readonly tenant: string | null;
  readonly permissions: readonly string[];
  readonly texts: Texts;
}

function Approved({ tenant, permissions, texts }: ApprovedProps) {
  return (
    <Page title={texts('consent.approved')}>
      {permissions.length > 0 && (
        <>
          <p id="permissions">{texts('consent.permissions')}</p>
          <ul aria-labelledby="permissions">
            {permissions.map((permission) => (
              <Permission key={permission} name={permission} texts={texts} />
            ))}
          </ul>
        </>
      )}
      {tenant !== null && (
        <p>
          {texts('consent.organization')} <code className="code">{tenant}</code>
        </p>
      )}
      <p>{texts('consent.approvedNext')}</p>
    </Page>
  );
}

function Permission({ name, texts }: { name: string; texts: Texts }) {
  const text = permissionTexts.get(name);
  return (
    <li>
      {text && `${texts(text)} `}
      <code className="code">{name}</code>
    </li>
  );
}

interface RefusedProps extends Pick<ConsentResultViewProps, 'consentUrl' | 'texts'> {
  readonly code: string | null;
}

function Refused({ code, consentUrl, texts }: RefusedProps) {
  return (
    <Page title={texts('consent.refused')}>
      <p>{texts('consent.refusedNext')}</p>
      <p>{texts('consent.whoCan')}</p>
      <a href={consentUrl}>{texts('consent.again')}</a>
      {code !== null && (
        <p className="quiet">
          {texts('consent.code')} <code className="code">{code}</code>
        </p>
      )}
    </Page>
  );
}
