// Shared by all benchmarks: browser, sandbox, test photos, medians.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

/** Starts the installed Chromium, or the browser that CHROMIUM_PATH names. */
export function launch(args = []) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const all = ['--disable-gpu', ...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args: all });
}

/** Starts the sandbox on free ports with the production build in `dist`. */
export function startSandbox({ dist = 'dist' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const ports = { SANDBOX_PORT: '0', SANDBOX_PANE_PORT: '0', SANDBOX_SERVICE_PORT: '0' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    cwd: new URL('..', import.meta.url).pathname,
    env: { ...process.env, ...ports, SANDBOX_DATA: folder, SANDBOX_DIST: dist },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.on('exit', () => reject(new Error(`The sandbox exited:\n${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const window = /Window: (\S+)/.exec(output)?.[1];
      const graph = /Photos: (\S+)/.exec(output)?.[1];
      const close = () => {
        child.kill();
        rmSync(folder, { recursive: true, force: true });
      };
      if (window && graph) resolve({ window, graph, control: new URL('/sandbox', graph).href, close });
    });
  });
}

/** A JPEG with fine and coarse detail, which poor resampling filters distort. */
export async function photo(width, height, orientation) {
  const rings = Array.from({ length: 60 }, (_none, index) => {
    const radius = (index + 1) * (Math.min(width, height) / 120);
    return `<circle cx="50%" cy="50%" r="${radius}" fill="none" stroke="hsl(${index * 37},70%,50%)" stroke-width="${radius / 40 + 1}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rings.join('')}</svg>`;
  const noise = { type: 'gaussian', mean: 128, sigma: 30 };
  const upright = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 92 })
    .toBuffer();
  if (orientation === 1) return upright;
  return sharp(upright).rotate(270).withMetadata({ orientation }).jpeg({ quality: 92 }).toBuffer();
}

/** The middle value; of an even count, the upper one of the two. */
export function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/** Resident memory of the largest renderer process, in megabytes. */
export async function rendererMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024);
  return Math.max(...sizes);
}
