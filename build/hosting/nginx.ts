import { cacheRules, otherCaching, policyRules } from './headers';

/** What the settings of a host are made from. */
export interface HostedAddin {
  /** Where the add-in is, without a slash at its end. */
  readonly address: string;
  /** For every file, by name. */
  readonly headers: Readonly<Record<string, string>>;
}

const policy = 'content-security-policy';

/** A site for nginx 1.18 or newer, as a file for its folder `conf.d`. */
export function nginxSite({ address, headers }: HostedAddin): string {
  const { hostname, pathname } = new URL(address);
  const folder = `${pathname.replace(/\/+$/, '')}/`;
  return `# User Photo for Outlook, made by the build. Change the three paths, and listen where your server does.
map $uri $user_photo_caching {
  default "${otherCaching}";
${cacheRules.map(({ files, value }) => `  "~${files}" "${value}";`).join('\n')}
}

map $uri $user_photo_policy {
  default "${headers[policy]}";
${policyRules.map(({ files, policyFrom }) => `  "~${files}" "${policyFrom(headers[policy] ?? '')}";`).join('\n')}
}

server {
  listen 443 ssl;
  server_name ${hostname};
  ssl_certificate /etc/ssl/certs/${hostname}.pem;
  ssl_certificate_key /etc/ssl/private/${hostname}.key;

  location ${folder} {
    alias /var/www/user-photo/;
    charset utf-8;
    charset_types text/css application/javascript;
    # Sends the .gz files of the build. With the module for brotli, also: brotli_static on;
    gzip_static on;
    add_header Cache-Control $user_photo_caching always;
${Object.entries(headers)
  .map(([name, value]) => `    add_header ${name} ${name === policy ? '$user_photo_policy' : `"${value}"`} always;`)
  .join('\n')}
  }
}
`;
}
