import type { ComponentType } from 'react';
import { lazyScreen } from './lazyScreen';
import { loadLaterTexts } from './texts';

// One file: who adds photos needs the run as well.
const loadScreens = () => import(/* webpackChunkName: "people-photos" */ './photoScreens');

/** A screen whose texts are loaded with it. */
function textedScreen<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazyScreen(async () => (await Promise.all([load(), loadLaterTexts()]))[0]);
}

export const AddScreen = textedScreen(async () => (await loadScreens()).AddScreen);
export const RemoveScreen = textedScreen(async () => (await loadScreens()).RemoveScreen);
export const RunScreen = textedScreen(async () => (await loadScreens()).RunScreen);

/** A part of the list: nothing is in its place before it is loaded. */
export const OpenRuns = lazyScreen(
  () => import(/* webpackChunkName: "people-runs" */ './run/OpenRuns').then((part) => part.OpenRuns),
  { isPart: true },
);
