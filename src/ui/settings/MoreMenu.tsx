import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Color20Regular } from '@fluentui/react-icons/svg/color';
import { ImageMultiple20Regular } from '@fluentui/react-icons/svg/image-multiple';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { PersonCircle20Regular } from '@fluentui/react-icons/svg/person-circle';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Screen } from '../parts/screens';
import { useAfterPaint } from '../parts/useAfterPaint';
import { useObservable, useServices, useTexts } from '../services';
import { openSettings } from './openedSettings';
import { sectionTitle, type Section } from './sections';

const useStyles = makeStyles({
  button: { flexShrink: 0, marginInlineEnd: tokens.spacingHorizontalXS },
  // In front of the screens, and of the headings that stay in sight there.
  popover: { zIndex: 2, maxWidth: 'min(300px, calc(100vw - 8px))' },
  // Fluent cuts the header off after one line.
  account: { height: 'auto', whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** The items, with their icons. */
const items: readonly (readonly [Section, ReactElement])[] = [
  ['account', <PersonCircle20Regular key="icon" />],
  ['appearance', <Color20Regular key="icon" />],
  ['photos', <ImageMultiple20Regular key="icon" />],
  ['help', <QuestionCircle20Regular key="icon" />],
  ['about', <Info20Regular key="icon" />],
];

interface MoreMenuProps {
  readonly screen: Screen;
  readonly onSelect: (screen: Screen) => void;
}

/** The button at the end of the bar, and its menu: the account, and the sections of the settings. */
export function MoreMenu({ screen, onSelect }: MoreMenuProps) {
  const styles = useStyles();
  const texts = useTexts();
  const account = useObservable(useServices().signIn.latest)?.account.username;
  const root = useFocusAfterSettings(screen);
  const [isOpen, setOpen] = useState(false);
  const isDrawn = useAfterPaint(isOpen);
  const open = (section: Section): void => {
    openSettings(section, screen);
    onSelect('settings');
  };
  return (
    <span ref={root}>
      <Menu
        inline
        positioning={{ position: 'below', align: 'end' }}
        open={isDrawn}
        onOpenChange={(_event, { open: isOpenNow }) => setOpen(isOpenNow)}
      >
        <MenuTrigger>
          <Button
            className={styles.button}
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={texts('settings.more')}
            title={texts('settings.more')}
          />
        </MenuTrigger>
        <MenuPopover className={styles.popover} onKeyDown={keepEscape}>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader className={styles.account}>
                {account ? texts('settings.signedIn', { account }) : texts('settings.signedOut')}
              </MenuGroupHeader>
              <MenuDivider />
              {items.map(([section, icon]) => (
                <MenuItem key={section} icon={icon} onClick={() => open(section)}>
                  {sectionTitle(section, texts)}
                </MenuItem>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
    </span>
  );
}

/** Office.js moves the focus to the start of the pane at Escape. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}

/** The place of the button, which gets the focus when the settings are left by a button that is removed with them. */
function useFocusAfterSettings(screen: Screen) {
  const root = useRef<HTMLSpanElement>(null);
  const before = useRef(screen);
  useEffect(() => {
    const hasNoFocus = document.activeElement === null || document.activeElement === document.body;
    if (before.current === 'settings' && screen !== 'settings' && hasNoFocus)
      root.current?.querySelector('button')?.focus();
    before.current = screen;
  }, [screen]);
  return root;
}
