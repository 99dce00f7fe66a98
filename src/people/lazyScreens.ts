import { lazyScreen } from './lazyScreen';

// One file: who adds photos needs the run as well.
const loadScreens = () => import(/* webpackChunkName: "people-photos" */ './photoScreens');

export const AddScreen = lazyScreen(async () => (await loadScreens()).AddScreen);
export const RemoveScreen = lazyScreen(async () => (await loadScreens()).RemoveScreen);
export const RunScreen = lazyScreen(async () => (await loadScreens()).RunScreen);

/** A part of the list: nothing is in its place before it is loaded. */
export const OpenRuns = lazyScreen(
  () => import(/* webpackChunkName: "people-runs" */ './run/OpenRuns').then((part) => part.OpenRuns),
  { isPart: true },
);
