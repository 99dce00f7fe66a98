import { Button, makeStyles } from '@fluentui/react-components';
import { PersonSwap20Regular } from '@fluentui/react-icons/svg/person-swap';
import { tokens } from '@fluentui/tokens';
import type { ReactNode } from 'react';
import { usePageTexts } from './texts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    '@media (max-width: 760px)': { padding: `0 ${tokens.spacingHorizontalL}` },
    '@media (forced-colors: active)': { borderBottom: '1px solid' },
  },
  app: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  account: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  switch: {
    flexShrink: 0,
    marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalM})`,
    fontWeight: tokens.fontWeightRegular,
    '@media (max-width: 760px)': { minWidth: 0, padding: `0 ${tokens.spacingHorizontalS}` },
    '@media (forced-colors: active)': { marginInlineEnd: 0 },
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackgroundHover },
    ':hover:active': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundPressed,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: '-4px' },
  },
  // Narrow pages have the icon alone, which keeps its name.
  label: {
    '@media (max-width: 760px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  content: {
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 760px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  },
});

interface PageFrameProps {
  /** Null before the sign-in. */
  readonly username: string | null;
  readonly onOtherAccount: () => void;
  readonly children: ReactNode;
}

/** The bar with the add-in's name and the account, and what is below it. */
export function PageFrame({ username, onOtherAccount, children }: PageFrameProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  return (
    <>
      <header className={styles.bar}>
        <span className={styles.app}>{texts('page.app')}</span>
        {username !== null && (
          <div className={styles.account}>
            <span className={styles.name} title={texts('page.account', { account: username })}>
              {username}
            </span>
            <Button
              className={styles.switch}
              appearance="transparent"
              icon={<PersonSwap20Regular />}
              title={texts('page.otherAccount')}
              onClick={onOtherAccount}
            >
              <span className={styles.label}>{texts('page.otherAccount')}</span>
            </Button>
          </div>
        )}
      </header>
      <main className={styles.content}>{children}</main>
    </>
  );
}
