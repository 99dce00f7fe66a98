// Replaces the Microsoft Ajax library, which the Office.js of the npm package needs to boot; only the parts it calls.
(() => {
  const failure =
    (name) =>
    (...details) =>
      Object.assign(new Error(`${name}: ${details.join(' ')}`), { name });
  window.Type = Function;
  Type.registerNamespace = (path) => {
    path.split('.').reduce((place, name) => (place[name] ??= {}), window);
  };
  Type.prototype.registerClass = function registerClass() {
    return this;
  };
  Function._validateParams = () => null;
  Type.registerNamespace('Sys.Serialization');
  window.Sys.StringBuilder = function StringBuilder() {
    const parts = [];
    this.append = (text) => parts.push(text);
    this.toString = () => parts.join('');
  };
  window.Sys.Debug = { trace() {} };
  window.Sys.Serialization.JavaScriptSerializer = { serialize: JSON.stringify, deserialize: JSON.parse };
  for (const name of [
    'argument',
    'argumentNull',
    'argumentOutOfRange',
    'argumentType',
    'argumentUndefined',
    'create',
    'format',
    'invalidOperation',
    'notImplemented',
    'parameterCount',
  ]) {
    Error[name] = failure(name);
  }
})();
