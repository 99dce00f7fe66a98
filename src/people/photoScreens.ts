// What the page loads when photos are added or removed, and not before.

export { AddScreen } from './bring/AddScreen';
export { RemoveScreen } from './bring/RemoveScreen';
export { RunScreen } from './run/RunScreen';
