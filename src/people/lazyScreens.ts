import { lazyScreen } from './lazyScreen';
import { setLaterTexts } from './texts';

// One file: who adds photos needs the run as well, and a backup is read by what reads archives.
const importScreens = () => import(/* webpackChunkName: "people-photos" */ './photoScreens');
const importTexts = () => import(/* webpackChunkName: "people-photos" */ './laterTexts');

async function loadScreens() {
  const [screens, { laterTexts }] = await Promise.all([importScreens(), importTexts()]);
  setLaterTexts(laterTexts);
  return screens;
}

export const AddScreen = lazyScreen(async () => (await loadScreens()).AddScreen);
export const BackupScreen = lazyScreen(async () => (await loadScreens()).BackupScreen);
export const RemoveScreen = lazyScreen(async () => (await loadScreens()).RemoveScreen);
export const RunScreen = lazyScreen(async () => (await loadScreens()).RunScreen);

/** A part of the list: nothing is in its place before it is loaded. */
export const OpenRuns = lazyScreen(
  () => import(/* webpackChunkName: "people-runs" */ './run/OpenRuns').then((part) => part.OpenRuns),
  { isPart: true },
);
