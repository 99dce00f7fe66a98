// The sign-in bridge that a host injects into its web view (nested app authentication); relays to the window.
(() => {
  const { window: origin, mode } = document.currentScript.dataset;
  const listeners = new Set();
  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== window.parent || from !== origin || typeof data?.bridgeAnswer !== 'string') return;
    for (const listener of [...listeners]) listener(data.bridgeAnswer);
  });
  const bridge = {
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
    postMessage: (text) => window.parent.postMessage({ bridgeRequest: text }, origin),
  };
  const install = () => {
    window.nestedAppAuthBridge = bridge;
  };
  if (mode === 'none') return;
  if (mode === 'initialize') {
    window.__initializeNestedAppAuth = async () => install();
  } else if (mode === 'late') {
    const look = setInterval(() => {
      if (!window.Office?.context?.mailbox) return;
      clearInterval(look);
      install();
    }, 20);
  } else {
    install();
  }
})();
