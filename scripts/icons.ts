// Renders the manifests' icons from the SVG files in assets/: a simplified one for the smallest sizes, and an outline.
import sharp from 'sharp';

/** Width and height, in pixels. */
const sizes = [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144, 192];

for (const size of sizes) {
  await render(size <= 25 ? 'assets/icon-small.svg' : 'assets/icon.svg', size, `assets/icon-${size}.png`);
}
await render('assets/icon-outline.svg', 32, 'assets/icon-outline.png');

async function render(source: string, size: number, target: string): Promise<void> {
  await sharp(source, { density: 72 * 10 })
    .resize(size, size)
    .png()
    .toFile(target);
}
