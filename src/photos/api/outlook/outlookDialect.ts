import type { HttpResponse, HttpClient } from '../../http';
import { askAuthorized, writer, type Transport } from '../authorized';
import { odataKey } from '../key';
import type { Speech } from '../reader';
import { readingScopes, writingScopes } from '../scopes';
import type { AccessTokens, PhotoOwner } from '../service';

/** Outlook REST, v2.0 and beta (R1-R4, R7). Sizes can be named and listed in beta alone. */
export function outlookSpeech(serviceUrl: string, http: HttpClient, accessToken: AccessTokens): Speech {
  const isBeta = /\/beta$/i.test(serviceUrl);
  const transport: Transport = (paths, token, signal) =>
    Promise.all(
      paths.map((path) =>
        http.send({
          method: 'GET',
          url: serviceUrl + path,
          headers: { authorization: `Bearer ${token}` },
          read: true,
          ...(signal && { signal }),
        }),
      ),
    );

  return {
    metadataPath: (owner) => `${root(owner)}/photo`,
    photoPath(owner, size) {
      if (!size) return `${root(owner)}/photo/$value`;
      return isBeta ? `${root(owner)}/photos('${size}')/$value` : null;
    },
    sizesPath: (owner) => (isBeta ? `${root(owner)}/photos` : null),
    scopes: (owner) => readingScopes('outlook', owner),
    writingScopes: (owner) => writingScopes('outlook', owner),
    write: writer(serviceUrl, http, accessToken),
    canRemove: false,
    hidesMissingSizes: isBeta,
    async ask(path, scopes, signal): Promise<HttpResponse> {
      const [answer] = await askAuthorized(transport, accessToken, scopes, [path], signal);
      if (!answer) throw new TypeError('One path brings one answer');
      return answer;
    },
  };
}

function root(owner: PhotoOwner): string {
  return owner === 'me' ? '/me' : `/Users${odataKey(owner.address)}`;
}
