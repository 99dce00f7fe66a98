import { Link, makeStyles, Text, Title3 } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ConsentResult } from '../../auth';
import type { PlainTextKey, Texts } from '../texts/texts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '480px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  // It takes the focus, but no input.
  heading: { margin: 0, outlineStyle: 'none' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

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
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  // A screen reader that has read the page before it was drawn reads it from here.
  useEffect(() => root.current?.querySelector('h1')?.focus(), []);
  return (
    <div className={styles.root} ref={root}>
      <Title3 as="h1" tabIndex={-1} className={styles.heading}>
        {title}
      </Title3>
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
  const styles = useStyles();
  return (
    <Page title={texts('consent.approved')}>
      {permissions.length > 0 && (
        <>
          <Text id="permissions">{texts('consent.permissions')}</Text>
          <ul className={styles.list} aria-labelledby="permissions">
            {permissions.map((permission) => (
              <Permission key={permission} name={permission} texts={texts} />
            ))}
          </ul>
        </>
      )}
      {tenant !== null && (
        <Text>
          {texts('consent.organization')} <code className={styles.code}>{tenant}</code>
        </Text>
      )}
      <Text>{texts('consent.approvedNext')}</Text>
    </Page>
  );
}

function Permission({ name, texts }: { name: string; texts: Texts }) {
  const styles = useStyles();
  const text = permissionTexts.get(name);
  return (
    <li>
      {text && <Text>{texts(text)} </Text>}
      <code className={styles.code}>{name}</code>
    </li>
  );
}

interface RefusedProps extends Pick<ConsentResultViewProps, 'consentUrl' | 'texts'> {
  readonly code: string | null;
}

function Refused({ code, consentUrl, texts }: RefusedProps) {
  const styles = useStyles();
  return (
    <Page title={texts('consent.refused')}>
      <Text>{texts('consent.refusedNext')}</Text>
      <Text>{texts('consent.whoCan')}</Text>
      <Link href={consentUrl}>{texts('consent.again')}</Link>
      {code !== null && (
        <Text size={200} className={styles.quiet}>
          {texts('consent.code')} <code className={styles.code}>{code}</code>
        </Text>
      )}
    </Page>
  );
}
