import type { Messages } from '../texts/compiled/messages';

type CropTextKey = Extract<keyof Messages, `edit.${string}`>;

/** The texts of the picture under the mask and of its tools; a page that has no others gives these alone. */
export type CropTexts = <Key extends CropTextKey>(key: Key, ...values: Parameters<Messages[Key]>) => string;
