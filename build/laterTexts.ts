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

/**
 * The same for the administrators' page, in both of its languages: what only the screens that add, remove and back up photos
 * use comes with them.
 */
const laterPageGroups: readonly string[] = [
  'add',
  'ask',
  'backup',
  'cut',
  'edit',
  'listProblem',
  'match',
  'outcome',
  'plan',
  'refusal',
  'remove',
  'report',
  'rights',
  'run',
  'unread',
  'unusable',
];

/** Keys of these groups that the list uses. */
const firstPageKeys: readonly string[] = ['add.open', 'backup.fileName', 'backup.open', 'remove.open', 'run.goOn'];

/** Whether the English text of a key is loaded with the lazy-loaded parts of the pane. */
export function isLater(key: string): boolean {
  return laterGroups.includes(groupOf(key)) || laterKeys.includes(key);
}

/** Whether the text of a key is loaded with the lazy-loaded screens of the administrators' page. */
export function isLaterOnPage(key: string): boolean {
  return laterPageGroups.includes(groupOf(key)) && !firstPageKeys.includes(key);
}

/** Whether the pane's text of a key is one of the administrators' page too: that of the picture editor. */
export function isOfBothPages(key: string): boolean {
  return groupOf(key) === 'edit';
}

function groupOf(key: string): string {
  return key.split('.')[0] ?? '';
}
