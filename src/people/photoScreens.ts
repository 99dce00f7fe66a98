// What the page loads when photos are added, removed or backed up, and not before.

export { BackupScreen } from './backup/BackupScreen';
export { AddScreen } from './bring/AddScreen';
export { RemoveScreen } from './bring/RemoveScreen';
export { RunScreen } from './run/RunScreen';
