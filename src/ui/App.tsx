import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Person } from '../mailbox';
import { ChoicesContext, type ChoiceStore } from './choices/choices';
import { useOpenedDetails } from './details/openedDetails';
import { MessageScreen } from './message/MessageScreen';
import { isSameItem } from './message/sameItem';
import { firstFaceShown } from './parts/firstFaceShown';
import { lazyPart, loadAllParts } from './parts/lazyPart';
import type { Screen } from './parts/screens';
import { Themed } from './parts/Themed';
import { useAfterPaint } from './parts/useAfterPaint';
import { NewVersionIfReplaced } from './reload/NewVersion';
import { loadStoredState, PaneReloadContext, usePaneReload, type PaneReload } from './reload/paneReload';
import { ServicesContext, useObservable, useServices, useTexts, TextsContext, type Services } from './services';
import type { Texts } from './texts/texts';

const Tabs = lazyPart(async () => {
  await firstFaceShown;
  return import(/* webpackChunkName: "tabs" */ './parts/Tabs');
});
const DetailsScreen = lazyPart(() => import(/* webpackChunkName: "details" */ './details/DetailsScreen'));
const MyPhotoScreen = lazyPart(() => import(/* webpackChunkName: "my-photo" */ './edit/MyPhotoScreen'));
const LookUpScreen = lazyPart(() => import(/* webpackChunkName: "look-up" */ './lookup/LookUpScreen'));
const SettingsScreen = lazyPart(() => import(/* webpackChunkName: "settings" */ './settings/SettingsScreen'));

/** The screens; each takes what it needs of the same props. */
const parts = { message: MessageScreen, mine: MyPhotoScreen, lookup: LookUpScreen, settings: SettingsScreen };

interface AppProps {
  readonly services: Services;
  readonly texts: Texts;
  readonly choices: ChoiceStore;
  readonly reload: PaneReload;
}

/** The pane: the screens, in Outlook's theme or the chosen one. Other texts keep the state of all screens. */
export function App({ services, texts, choices, reload }: AppProps) {
  const brightness = useObservable(services.mailbox.brightness);
  const { theme } = useObservable(choices);
  return (
    <TextsContext value={texts}>
      <ServicesContext value={services}>
        <ChoicesContext value={choices}>
          <PaneReloadContext value={reload}>
            <Themed brightness={theme ?? brightness}>
              <Screens />
            </Themed>
          </PaneReloadContext>
        </ChoicesContext>
      </ServicesContext>
    </TextsContext>
  );
}

/** The tabs, the selected screen, and the details of a person in its place. */
function Screens() {
  const texts = useTexts();
  const { mailbox, editor } = useServices();
  const reload = usePaneReload();
  const details = useOpenedDetails(useObservable(mailbox.selection));
  const [found, setFound] = useState<Person | null>(reload.kept?.found ?? null);
  const [screen, setScreen] = useState<Screen>(reload.kept?.screen ?? 'message');
  useEffect(() => void loadAllParts([loadStoredState, () => editor.preload()]), [editor]);
  useEffect(() => reload.keep(() => ({ screen, found })), [reload, screen, found]);
  useScrollToTop(screen);
  const shown = useAfterPaint(screen);
  const Selected = parts[shown];
  const selectScreen = (next: Screen): void => {
    details.close();
    setScreen(next);
  };
  return (
    <>
      {texts.isFallback && <NewVersionIfReplaced />}
      <div className="bar">
        <Tabs selected={screen} drawn={shown} onSelect={selectScreen} />
      </div>
      <div id="screen" {...(shown !== 'settings' && { role: 'tabpanel', 'aria-labelledby': `tab-${shown}` })}>
        {details.person && (
          <DetailsScreen key={details.person.address} person={details.person} onBack={details.goBack} />
        )}
        {/* Hidden, not removed: a long list keeps its rows and its scroll position. */}
        <div hidden={details.person !== null}>
          <Selected person={found} onFind={setFound} onDetails={details.open} onSelect={selectScreen} />
        </div>
      </div>
    </>
  );
}

/** Scrolls to the sender when another item is selected. */
function useScrollToTop(screen: Screen): void {
  const { mailbox } = useServices();
  const selection = useObservable(mailbox.selection);
  const shown = useRef(selection);
  useLayoutEffect(() => {
    if (screen === 'message' && !isSameItem(shown.current, selection)) window.scrollTo(0, 0);
    shown.current = selection;
  }, [selection, screen]);
}
