// What the administrators' page shares with the pane.

export { readChoices } from '../choices';
export { default as FluentRoot } from '../parts/FluentRoot';
export { Themed } from '../parts/Themed';
export { Face } from '../person/Face';
export { shorterSide } from '../person/objectUrls';
export { useObservable } from '../services';
