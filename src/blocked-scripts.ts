// Notes on the page which hosts' scripts its policy has blocked, before the bundle runs (read by mailbox/officeReady.ts).

const { dataset } = document.documentElement;

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
  if (disposition !== 'enforce' || !effectiveDirective.startsWith('script-src') || !URL.canParse(blockedURI)) return;
  const hosts = new Set(dataset['blocked']?.split(' '));
  dataset['blocked'] = [...hosts.add(new URL(blockedURI).host)].join(' ');
});
