// The editor of a picture, which the pane and the administrators' page share. The page loads it with the first cut that is
// changed.

export { cropHint, CropTools } from './CropTools';
export type { CropTexts } from './cropTexts';
export { draftOf, editOf, isAtStart, type PictureDraft } from './pictureDraft';
export { useEditorKeys } from './useEditorKeys';
