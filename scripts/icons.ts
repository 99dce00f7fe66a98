// Renders the manifest's icons from the two SVG files in assets/: a simplified one for the smallest sizes.
import sharp from 'sharp';

/** Width and height, in pixels. */
const sizes = [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144];

for (const size of sizes) {
  const source = size <= 25 ? 'assets/icon-small.svg' : 'assets/icon.svg';
  await sharp(source, { density: 72 * 10 })
    .resize(size, size)
    .png()
    .toFile(`assets/icon-${size}.png`);
}
