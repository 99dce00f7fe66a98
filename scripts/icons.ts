// Draws the icons that the manifest names from the two drawings in assets/: a simple one for the smallest sizes.
import sharp from 'sharp';

const sizes = [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144];

for (const size of sizes) {
  const drawing = size <= 25 ? 'assets/icon-small.svg' : 'assets/icon.svg';
  await sharp(drawing, { density: 72 * 10 })
    .resize(size, size)
    .png()
    .toFile(`assets/icon-${size}.png`);
}
