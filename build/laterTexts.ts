/**
 * The first words of keys whose English texts only lazy-loaded parts use: they are no part of the first script. A story
 * (e2e/build.e2e.ts) fails where the first script uses one of them.
 */
const laterGroups: readonly string[] = [
  'about',
  'camera',
  'choices',
  'consent',
  'contacts',
  'details',
  'diagnosis',
  'edit',
  'help',
  'lookup',
  'mine',
  'page',
  'permission',
  'saved',
  'saving',
  'settings',
  'tab',
  'tabs',
  'trouble',
  'unusable',
];

/** Keys of other groups for which the same is true. */
const laterKeys: readonly string[] = [
  'action.back',
  'action.cancel',
  'action.consent',
  'action.copy',
  'action.copyDiagnosis',
  'action.save',
  'action.signIn',
  'action.signInAgain',
  'action.signInOther',
  'photo.noETag',
];

/** Whether the English text of a key is loaded with the lazy-loaded parts. */
export function isLater(key: string): boolean {
  return laterGroups.includes(key.split('.')[0] ?? '') || laterKeys.includes(key);
}
