import type { SignInFailure } from '../../auth';
import type { LastResponse } from '../../photos';
import type { Services } from '../services';
import type { PlainTextKey, Texts } from '../texts/texts';

/** Facts of a diagnosis: the key of the label, and the value; without a value the fact is not known. */
export type DiagnosisFacts = Partial<
  Record<Extract<PlainTextKey, `diagnosis.${string}`>, string | number | null | undefined>
>;

/** The facts of every diagnosis: the add-in and the service. */
export function aboutFacts({ version, service, serviceUrl }: Services['about'], time = Date.now()): DiagnosisFacts {
  return {
    'diagnosis.time': new Date(time).toISOString(),
    'diagnosis.version': version,
    'diagnosis.dialect': service,
    'diagnosis.endpoint': serviceUrl,
  };
}

/** What the service said to the last write of a photo; nothing where none was sent. */
export function writeFacts(write: LastResponse | null): DiagnosisFacts {
  if (!write) return {};
  const { status, code, requestId } = write.response ?? { status: 'no response' };
  return {
    'diagnosis.write': [status, code, requestId, new Date(write.at).toISOString()].filter(Boolean).join(' '),
  };
}

/** The failures of the sign-in methods, with their codes and times. */
export function signInFacts(failures: readonly SignInFailure[]): DiagnosisFacts {
  return Object.fromEntries(
    failures.map(({ method, at, error, codes }) => [
      `diagnosis.signIn.${method}`,
      [error, ...codes, new Date(at).toISOString()].join(' '),
    ]),
  );
}

/** One fact a line. */
export function diagnosisText(facts: DiagnosisFacts, texts: Texts): string {
  return Object.entries(facts)
    .map(([label, value]) => `${texts(label as keyof DiagnosisFacts)}: ${value || texts('diagnosis.unknown')}`)
    .join('\n');
}
