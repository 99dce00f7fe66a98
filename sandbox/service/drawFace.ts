import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import sharp, { type Sharp } from 'sharp';

/** Number of backgrounds that tests can distinguish; numbered colleagues share them. */
const hues = 19;

/** Draws the face that belongs to a text: a square without a background (Open Peeps by Pablo Stanley, CC0). */
export function drawFace(seed: string, pixels: number): Sharp {
  const svg = createAvatar(openPeeps, { seed, size: pixels, scale: 80 }).toString();
  return sharp(Buffer.from(svg)).resize(pixels, pixels);
}

/** A pale color. Numbers below 19 have different ones. */
export function backgroundOf(number: number): { r: number; g: number; b: number } {
  const hue = Math.round(((number % hues) * 360) / hues);
  const channel = (offset: number): number => Math.round(190 + 60 * Math.cos(((hue + offset) * Math.PI) / 180));
  return { r: channel(0), g: channel(120), b: channel(240) };
}
