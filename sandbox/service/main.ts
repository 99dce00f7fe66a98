// The photo service alone, over plain http, for tests that need no window.
import { listen } from '../https';
import { createPhotoService } from './index';

const listening = await listen(Number(process.env['SANDBOX_SERVICE_PORT'] ?? 0), 'SANDBOX_SERVICE_PORT', null);
const app = await createPhotoService({
  dataFolder: process.env['SANDBOX_DATA'] ?? '.sandbox/photos',
  origin: listening.origin,
});
listening.answerWith((request, env) => app.fetch(request, env));
process.stdout.write(`Service: ${listening.origin}\n`);
