import { advice, type Finding } from './finding';
import { isFound } from './answer';
import { effective, parsePolicies } from './policy';
import type { Site } from './site';

const permission = "'wasm-unsafe-eval'";

/** The worker that decodes HEIC has the policy that it needs: a worker takes it from its own response. */
export function checkWorkers({ files }: Site): readonly Finding[] {
  return [...files].flatMap(([name, outcome]) => {
    if (!name.startsWith('heic-worker.') || !isFound(outcome)) return [];
    const policies = parsePolicies(outcome.headers.get('content-security-policy') ?? '');
    const isAllowed = policies.every((policy) => {
      const allowed = effective(policy, 'script-src');
      return !allowed || [permission, "'unsafe-eval'"].some((source) => allowed.sources.includes(source));
    });
    return isAllowed ? [] : [advice(name, text)];
  });
}

const text = `The policy of this file lacks ${permission} in script-src, so pictures in HEIC, as phones take them, are refused. Send it the policy of its own (nginx: the map $user_photo_policy; Azure Static Web Apps: its route; object store: responseHeaders of this object).`;
